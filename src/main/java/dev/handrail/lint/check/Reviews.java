package dev.handrail.lint.check;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Parsed;

/** Runbooks that somebody promised to read again by a day that has passed. */
final class Reviews implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        subject.survey().files().forEach(file -> look(file, subject, problems));
    }

    private static void look(Parsed file, Subject subject, Problems problems) {
        file.runbook()
                .flatMap(runbook -> runbook.policy().review().due())
                .filter(due -> due.isBefore(subject.today()))
                .ifPresent(due -> problems.warning(
                        file.mentions().at("review.last"),
                        "review-overdue",
                        "a review that was due on " + due,
                        "somebody who reads it against what is true, then today's date as 'last'"));
    }
}
