package dev.handrail.lint.check;

import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import java.util.List;

/** All checks there are. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new DeadLinks(),
            new Secrets(),
            new SlackRoom(),
            new Reviews(),
            new Overlaps(),
            new RecordedMatches(),
            new Placeholders(),
            new Contacts(),
            new Approvals(),
            new Systems());

    private Checks() {}

    /** Returns what they find, by file, line and column. */
    public static List<Problem> look(Subject subject) {
        var problems = new Problems();
        ALL.forEach(check -> check.look(subject, problems));
        return problems.sorted();
    }
}
