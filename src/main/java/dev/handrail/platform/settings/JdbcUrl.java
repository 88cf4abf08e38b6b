package dev.handrail.platform.settings;

import com.google.re2j.Pattern;

/** The address of a database, as JDBC writes it. */
public record JdbcUrl(String text) {
    private static final String H2 = "jdbc:h2:";

    /** As H2 reads a flag (https://h2database.com/html/features.html#auto_mixed_mode). */
    private static final Pattern SHARED = Pattern.compile("(?i);AUTO_SERVER=(1|t|true|y|yes)(;|$)");

    public boolean isPostgresql() {
        return text.startsWith("jdbc:postgresql:");
    }

    public boolean isH2() {
        return text.startsWith(H2);
    }

    /** Says whether it is H2 within this process, that no other process can have open meanwhile. */
    public boolean isEmbedded() {
        return isLocal() && !SHARED.matcher(text).find();
    }

    /** Says whether it is a file on this machine that H2 opens. */
    public boolean isFile() {
        return isLocal() && !text.startsWith(H2 + "mem:");
    }

    private boolean isLocal() {
        return isH2() && !text.startsWith(H2 + "tcp:") && !text.startsWith(H2 + "ssl:");
    }
}
