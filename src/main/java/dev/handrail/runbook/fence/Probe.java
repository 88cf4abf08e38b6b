package dev.handrail.runbook.fence;

import dev.handrail.platform.source.Placed;
import java.util.Locale;
import java.util.Optional;

/**
 * A question to a system that changes nothing.
 *
 * @param system an entry of systems.yml
 * @param request a path, a PromQL query or an SQL statement, by {@code kind}
 * @param expect what a good answer is; empty if only people judge it
 */
public record Probe(Kind kind, Placed<String> system, Placed<Template> request, Optional<Placed<Expectation>> expect) {
    /** The language of the question; its word is also the key that holds the request, save for {@code http}. */
    public enum Kind {
        HTTP,
        PROMQL,
        SQL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the key that holds the request. */
        public String requestKey() {
            return this == HTTP ? "path" : word();
        }
    }
}
