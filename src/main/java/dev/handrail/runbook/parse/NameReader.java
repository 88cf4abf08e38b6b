package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.StepNames;
import dev.handrail.runbook.layout.Draft;
import dev.handrail.runbook.layout.Layout;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.markdown.Title;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers the names of a file's steps, for each of its runbooks. */
final class NameReader {
    private final Set<StepId> taken = new HashSet<>();
    private final Map<String, StepId> exact = new HashMap<>();
    private final Map<String, StepId> loose = new HashMap<>();
    private final Problems problems;

    NameReader(Problems problems) {
        this.problems = problems;
    }

    StepNames read(Layout layout) {
        exact.clear();
        loose.clear();
        layout.drafts().forEach(this::add);
        layout.starts().forEach(exact::putIfAbsent);
        layout.drafts().forEach(this::addSlugs);
        return new StepNames(exact, loose);
    }

    private void add(Draft draft) {
        exact.putIfAbsent(draft.id().value(), draft.id());
        if (!taken.add(draft.id())) {
            problems.error(draft.at(), "duplicate-name", "a second step named '" + draft.id() + "'", "each name once");
        }
    }

    private void addSlugs(Draft draft) {
        draft.heading().map(Title::slug).ifPresent(slug -> exact.putIfAbsent(slug, draft.id()));
        loose.putIfAbsent(draft.id().value().toLowerCase(Locale.ROOT), draft.id());
        draft.heading().map(Title::unnumbered).map(Slugs::of).ifPresent(slug -> loose.putIfAbsent(slug, draft.id()));
    }
}
