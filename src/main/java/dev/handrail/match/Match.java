package dev.handrail.match;

import dev.handrail.match.text.Suggestion;
import dev.handrail.runbook.Runbook;
import java.util.List;

/** Which runbook is for an alert, and why. {@code why} is a sentence for people. */
public sealed interface Match {
    String why();

    /** One runbook is. */
    record Matched(Runbook runbook, String why) implements Match {}

    /**
     * Several are, with equal precision: a person chooses, Handrail never does.
     *
     * @param reasons what speaks for each of the candidates, in their order
     */
    record Ambiguous(List<Runbook> candidates, List<String> reasons, String why) implements Match {
        public Ambiguous {
            candidates = List.copyOf(candidates);
            reasons = List.copyOf(reasons);
        }
    }

    /** None says that it is, but some read as if they were: a person chooses, Handrail never does. */
    record Suggested(List<Suggestion> suggestions, String why) implements Match {
        /** What stands in {@code why} before the suggestions. */
        public static final String PERHAPS = "; perhaps ";

        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** None is: the failure is unknown. */
    record Unknown(String why) implements Match {}
}
