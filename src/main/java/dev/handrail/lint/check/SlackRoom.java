package dev.handrail.lint.check;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.slack.text.Room;

/** Steps whose text is more than one Slack message shows: at 2 a.m. the rest is one press further away. */
final class SlackRoom implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        for (var runbook : subject.survey().runbooks()) {
            runbook.walk().steps().stream()
                    .filter(step -> !Room.surelyFits(step.text()))
                    .forEach(step -> look(runbook, step, problems));
        }
    }

    private static void look(Runbook runbook, Step step, Problems problems) {
        var needed = Room.needed(step.text());
        if (!needed.fits()) {
            problems.warning(
                    new Position(Subject.file(runbook), step.line(), 1),
                    "too-long-for-slack",
                    "'%s', %d characters in %d blocks".formatted(step.title(), needed.length(), needed.blocks()),
                    "at most %d in %d, as one Slack message shows them: %d fewer characters, or more steps"
                            .formatted(Room.LENGTH, Room.BLOCKS, Math.max(0, needed.length() - Room.LENGTH)));
        }
    }
}
