package dev.handrail.lint.against;

import dev.handrail.runbook.Step;
import java.util.Optional;

/**
 * One thing that a change takes away from those who are kept from doing harm.
 *
 * @param rule the name of lint's rule
 * @param step the step of the new runbook that it is about; empty for the runbook as a whole
 * @param key the key of front matter that says it now; empty where no key does
 * @param was what the old runbook says
 * @param is what the new one says
 */
public record Loosened(String rule, Optional<Step> step, String key, String was, String is) {
    static Loosened ofStep(String rule, Step step, String was, String is) {
        return new Loosened(rule, Optional.of(step), "", was, is);
    }

    static Loosened ofKey(String rule, String key, String was, String is) {
        return new Loosened(rule, Optional.empty(), key, was, is);
    }
}
