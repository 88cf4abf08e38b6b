package dev.handrail.ownership.system;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A system that a check or a retry may reach.
 *
 * @param id the key in systems.yml
 * @param name what people call it
 * @param address a base URL; of {@code sql} a JDBC URL. Never with a secret in it
 * @param checks what may be read: requests, or statements with {@code ?} for each value
 * @param actions what may be changed, by name
 */
public record ExternalSystem(
        String id,
        String name,
        Kind kind,
        String address,
        Credentials credentials,
        List<String> checks,
        Map<String, SystemAction> actions) {

    /** What a system speaks. */
    public enum Kind {
        HTTP("http"),
        PROMETHEUS("promql"),
        SQL("sql");

        private final String check;

        Kind(String check) {
            this.check = check;
        }

        /** Returns the word of the checks that it answers: {@code promql} for Prometheus. */
        public String check() {
            return check;
        }
    }

    public ExternalSystem {
        checks = List.copyOf(checks);
        actions = Map.copyOf(actions);
    }

    /**
     * Says whether a check may ask this.
     *
     * @param request a path, a query, or a statement, with something harmless in place of each placeholder: for SQL {@code ?}
     */
    public boolean permits(String request) {
        return switch (kind) {
            case HTTP -> checks.stream().anyMatch(check -> PathPattern.of(check).matches(request));
            case PROMETHEUS -> true;
            case SQL -> checks.stream().map(ExternalSystem::normal).anyMatch(normal(request)::equals);
        };
    }

    /** Statements are equal whatever their spaces, their last semicolon and the case of their letters. */
    private static String normal(String statement) {
        return statement
                .strip()
                .replaceFirst("\\s*;$", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
