package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.StepNames;
import dev.handrail.runbook.layout.Draft;
import dev.handrail.runbook.layout.Layout;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.markdown.Title;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gathers the names of a file's steps. */
final class NameReader {
    private final Map<String, StepId> exact = new HashMap<>();
    private final Map<String, StepId> loose = new HashMap<>();
    private final Problems problems;

    private NameReader(Problems problems) {
        this.problems = problems;
    }

    static StepNames read(Layout layout, Problems problems) {
        var reader = new NameReader(problems);
        layout.drafts().forEach(reader::add);
        layout.starts().forEach(reader.exact::putIfAbsent);
        layout.drafts().forEach(reader::addSlugs);
        return new StepNames(reader.exact, reader.loose);
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
