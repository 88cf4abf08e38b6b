package dev.handrail.runbook.layout;

import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Step.Part;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.markdown.Body;
import dev.handrail.runbook.markdown.Title;
import java.util.Optional;

/**
 * A step before its text is looked into.
 *
 * @param heading its own; empty if it is a list item or a section without one
 */
public record Draft(StepId id, Part part, String title, Optional<Title> heading, Body body, Position at) {
    Draft before(Body more) {
        return more.isEmpty() ? this : new Draft(id, part, title, heading, more.and(body), at);
    }

    Draft after(Body more) {
        return more.isEmpty() ? this : new Draft(id, part, title, heading, body.and(more), at);
    }
}
