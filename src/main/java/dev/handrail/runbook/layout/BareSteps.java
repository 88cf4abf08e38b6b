package dev.handrail.runbook.layout;

import dev.handrail.runbook.StepId;
import dev.handrail.runbook.markdown.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Headings with nothing below them among a file's steps. Nobody can do one, so each goes with the text of the step that follows;
 * links to it lead there.
 */
final class BareSteps {
    private final Map<String, StepId> starts;
    private final List<Draft> full = new ArrayList<>();
    private final List<Draft> bare = new ArrayList<>();
    private final Map<StepId, StepId> followers = new HashMap<>();

    /** @param starts other names of steps, which are added to */
    BareSteps(Map<String, StepId> starts) {
        this.starts = starts;
    }

    List<Draft> folded(List<Draft> drafts) {
        for (var draft : drafts) {
            if (draft.isBare()) {
                bare.add(draft);
            } else {
                full.add(bare.isEmpty() ? draft : draft.before(taken(draft.id())));
            }
        }
        if (full.isEmpty() && !bare.isEmpty()) {
            var only = bare.removeLast();
            full.add(new Draft(only.id(), only.part(), only.title(), only.heading(), only.withHeading(), only.at()));
            full.set(0, full.getFirst().before(taken(only.id())));
        } else if (!bare.isEmpty()) {
            full.set(full.size() - 1, full.getLast().after(taken(full.getLast().id())));
        }
        starts.replaceAll((_, step) -> followers.getOrDefault(step, step));
        return full;
    }

    private Body taken(StepId into) {
        bare.forEach(draft -> {
            followers.put(draft.id(), into);
            starts.putIfAbsent(draft.id().value(), into);
            draft.heading().ifPresent(title -> starts.putIfAbsent(title.slug(), into));
        });
        var text = Body.joined(bare.stream().map(Draft::withHeading).toList());
        bare.clear();
        return text;
    }
}
