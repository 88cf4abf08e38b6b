package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.layout.Draft;
import dev.handrail.runbook.layout.Layout;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.markdown.Title;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By what names a link may mean a step. */
final class StepNames {
    private final Map<String, StepId> exact = new HashMap<>();
    private final Map<String, StepId> loose = new HashMap<>();
    private final Problems problems;

    StepNames(Layout layout, Problems problems) {
        this.problems = problems;
        layout.drafts().forEach(this::add);
        layout.starts().forEach(exact::putIfAbsent);
        layout.drafts().forEach(this::addSlugs);
    }

    /** Returns the step that {@code fragment}, without its {@code #}, means; empty, and noted, if there is none. */
    Optional<StepId> find(String fragment, Position at) {
        var step = Optional.ofNullable(exact.get(fragment));
        if (step.isPresent()) {
            return step;
        }
        var near = Optional.ofNullable(loose.get(fragment.toLowerCase(Locale.ROOT)));
        near.ifPresentOrElse(
                id -> problems.warning(
                        at, "loose-step-name", "'#" + fragment + "'", "'#" + id + "', as GitHub names it"),
                () -> problems.error(
                        at, "unknown-step", "'#" + fragment + "'", Nearest.advice(fragment, exact.keySet())));
        return near;
    }

    private void add(Draft draft) {
        var earlier = exact.putIfAbsent(draft.id().value(), draft.id());
        if (earlier != null) {
            problems.error(draft.at(), "duplicate-name", "a second step named '" + draft.id() + "'", "each name once");
        }
    }

    private void addSlugs(Draft draft) {
        draft.heading().map(Title::slug).ifPresent(slug -> exact.putIfAbsent(slug, draft.id()));
        loose.putIfAbsent(draft.id().value().toLowerCase(Locale.ROOT), draft.id());
        draft.heading().map(Title::unnumbered).map(Slugs::of).ifPresent(slug -> loose.putIfAbsent(slug, draft.id()));
    }
}
