package dev.handrail.cli.setup;

import static java.util.Map.entry;

import dev.handrail.platform.settings.JdbcUrl;
import dev.handrail.platform.settings.SettingsReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The database that is used, as JDBC knows it.
 *
 * @param url with what Handrail needs of H2 added
 */
public record Database(String url, String user, String password) {
    private static final String SETTING = "handrail.database.url";
    private static final String WANTED =
            "jdbc:postgresql://HOST/DATABASE, postgresql://USER:PASSWORD@HOST/DATABASE, " + "or jdbc:h2:file:PATH";

    /** H2 speaks PostgreSQL's dialect only when told to, and loses acknowledged rows in a crash unless it may not wait. */
    private static final Map<String, String> H2_FLAGS = Map.ofEntries(
            entry("MODE", "PostgreSQL"),
            entry("DATABASE_TO_LOWER", "TRUE"),
            entry("DEFAULT_NULL_ORDERING", "HIGH"),
            entry("WRITE_DELAY", "0"));

    /**
     * An embedded H2 is closed by whoever opened it, once nobody is at work any more; H2 itself would close it under them as soon
     * as the process is told to end. Where several processes have it open, that is H2's to decide.
     */
    private static final Map<String, String> EMBEDDED_FLAGS = Map.of("DB_CLOSE_ON_EXIT", "FALSE");

    public static Database read(SettingsReader settings, String otherwise) {
        var url = settings.text(SETTING).orElse(otherwise);
        var user = settings.text("handrail.database.user");
        var password = settings.secret("handrail.database.password", 1);
        var parsed = parse(url);
        if (parsed.isEmpty()) {
            settings.report(SETTING, "'" + withoutSecrets(url) + "'", WANTED);
            return h2(otherwise);
        }
        var database = parsed.get();
        return new Database(database.url(), user.orElse(database.user()), password.orElse(database.password()));
    }

    static Optional<Database> parse(String url) {
        var jdbc = new JdbcUrl(url);
        if (jdbc.isH2()) {
            return Optional.of(h2(url));
        }
        if (jdbc.isPostgresql()) {
            return Optional.of(new Database(url, "handrail", ""));
        }
        return url.matches("postgres(ql)?://.+") ? postgres(url) : Optional.empty();
    }

    /** Says whether the database is a file that one process can have open at a time. */
    boolean isFile() {
        return new JdbcUrl(url).isFile();
    }

    /** Returns the same database, which is then not made if it is not there. */
    public Database asItIs() {
        return isFile() ? new Database(url + ";IFEXISTS=TRUE", user, password) : this;
    }

    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", url,
                "datasources.default.username", user,
                "datasources.default.password", password);
    }

    /** Returns what people call it, without flags and secrets: {@code H2 file ./data/handrail}. */
    public String shown() {
        var plain = withoutSecrets(url);
        if (plain.startsWith("jdbc:postgresql:")) {
            return "PostgreSQL " + plain.substring("jdbc:postgresql:".length()).replaceFirst("^//", "");
        }
        var path = plain.substring("jdbc:h2:".length());
        return isFile() ? "H2 file " + path.replaceFirst("^file:", "") : "H2 " + path;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return shown();
    }

    private static Database h2(String url) {
        var flags = new TreeMap<>(H2_FLAGS);
        if (new JdbcUrl(url).isEmbedded()) {
            flags.putAll(EMBEDDED_FLAGS);
        }
        var given = url.toUpperCase(Locale.ROOT);
        flags.keySet().removeIf(flag -> given.contains(";" + flag + "="));
        return new Database(
                url
                        + flags.entrySet().stream()
                                .map(flag -> ";" + flag.getKey() + "=" + flag.getValue())
                                .collect(Collectors.joining()),
                "sa",
                "");
    }

    private static Optional<Database> postgres(String text) {
        try {
            var url = URI.create(text);
            var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
            var who =
                    Optional.ofNullable(url.getRawUserInfo()).orElse("handrail").split(":", 2);
            return url.getHost() == null
                    ? Optional.empty()
                    : Optional.of(new Database(
                            "jdbc:postgresql://" + url.getHost() + port(url) + url.getRawPath() + query,
                            decoded(who[0]),
                            who.length > 1 ? decoded(who[1]) : ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String port(URI url) {
        return url.getPort() < 0 ? "" : ":" + url.getPort();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
