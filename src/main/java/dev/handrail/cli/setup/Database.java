package dev.handrail.cli.setup;

import dev.handrail.platform.settings.SettingsReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The database that is used, as JDBC knows it.
 *
 * @param url with what Handrail needs of H2 added
 */
public record Database(String url, String user, String password) {
    private static final String SETTING = "handrail.database.url";
    private static final String WANTED =
            "jdbc:postgresql://HOST/DATABASE, postgresql://USER:PASSWORD@HOST/DATABASE, " + "or jdbc:h2:file:PATH";

    /** H2 closes itself under whoever is still at work when the process ends, unless told to leave that to us. */
    private static final String CLOSES_ITSELF = "DB_CLOSE_ON_EXIT";

    /** H2 speaks PostgreSQL's dialect only when told to, and loses acknowledged rows in a crash unless it may not wait. */
    private static final Map<String, String> H2_FLAGS = Map.of(
            CLOSES_ITSELF,
            "FALSE",
            "MODE",
            "PostgreSQL",
            "DATABASE_TO_LOWER",
            "TRUE",
            "DEFAULT_NULL_ORDERING",
            "HIGH",
            "WRITE_DELAY",
            "0");

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
        if (url.startsWith("jdbc:h2:")) {
            return Optional.of(h2(url));
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return Optional.of(new Database(url, "handrail", ""));
        }
        return url.matches("postgres(ql)?://.+") ? postgres(url) : Optional.empty();
    }

    /** Says whether the database is a file that one process can have open at a time. */
    boolean isFile() {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:") && !url.startsWith("jdbc:h2:tcp:");
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
        var whole = new StringBuilder(url);
        var given = url.toUpperCase(Locale.ROOT);
        H2_FLAGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(flag -> !given.contains(";" + flag.getKey() + "="))
                .filter(flag -> !flag.getKey().equals(CLOSES_ITSELF) || !isShared(given))
                .forEach(flag ->
                        whole.append(';').append(flag.getKey()).append('=').append(flag.getValue()));
        return new Database(whole.toString(), "sa", "");
    }

    /** One that several processes have open closes itself: H2 takes nothing else. */
    private static boolean isShared(String given) {
        return given.contains(";AUTO_SERVER=TRUE");
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
