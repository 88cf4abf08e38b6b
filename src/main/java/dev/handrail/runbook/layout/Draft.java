package dev.handrail.runbook.layout;

import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Step.Part;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.markdown.Body;
import dev.handrail.runbook.markdown.Body.Stretch;
import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.Title;
import java.util.List;
import java.util.Optional;

/**
 * A step before its text is looked into.
 *
 * @param heading its own; empty if it is a list item or a section without one
 */
public record Draft(StepId id, Part part, String title, Optional<Title> heading, Body body, Position at) {
    /** Says whether there is nothing below the step's heading. */
    boolean isBare() {
        return body.blocks().stream().allMatch(Markdown::isInvisible)
                && body.stretches().size() <= 1
                && heading.isPresent();
    }

    /** Returns the step with its heading as part of its text. */
    Body withHeading() {
        var from = heading.map(Title::line).orElse(0);
        var to = body.stretches().isEmpty()
                ? from + 1
                : body.stretches().getFirst().from();
        return new Body(List.of(), List.of(new Stretch(from, to, 0))).and(body);
    }

    Draft before(Body more) {
        return more.isEmpty() ? this : new Draft(id, part, title, heading, more.and(body), at);
    }

    Draft after(Body more) {
        return more.isEmpty() ? this : new Draft(id, part, title, heading, body.and(more), at);
    }
}
