package dev.handrail.runbook.library;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.CrossRules;
import dev.handrail.runbook.folder.Index;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The runbooks while they are being gathered: a file at fault is replaced by its last good revision, where there is one. */
final class Shelf {
    private final Map<String, String> texts;
    private final LastGood lastGood;
    private final Problems problems;
    private final Index runbooks = new Index();
    private final Set<String> replaced = new HashSet<>();

    Shelf(Map<String, String> texts, LastGood lastGood, Problems problems) {
        this.texts = texts;
        this.lastGood = lastGood;
        this.problems = problems;
    }

    void put(String path, Optional<Runbook> runbook) {
        runbook.ifPresentOrElse(runbooks::put, () -> replace(path));
    }

    /** Takes out what breaks a rule among files until nothing does: what replaces it may break another, which is then asked again. */
    void settle(CrossRules rules) {
        var open = new TreeSet<>(runbooks.paths());
        while (!open.isEmpty()) {
            runbooks.at(open.removeFirst()).ifPresent(runbook -> {
                var broken = rules.check(runbook, runbooks);
                if (!broken.isEmpty()) {
                    if (!replaced.contains(runbook.path())) {
                        problems.addAll(broken);
                    }
                    open.addAll(runbooks.concernedBy(runbook));
                    replace(runbook.path());
                    runbooks.at(runbook.path()).map(runbooks::concernedBy).ifPresent(open::addAll);
                }
            });
        }
    }

    List<Runbook> runbooks() {
        return List.copyOf(runbooks.all());
    }

    private void replace(String path) {
        runbooks.remove(path);
        if (replaced.add(path)) {
            lastGood.text(path)
                    .filter(text -> !text.equals(texts.get(path)))
                    .flatMap(text -> RunbookParser.parse(path, text).runbook())
                    .ifPresent(runbooks::put);
        }
    }
}
