package dev.handrail.runbook.library;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The runbooks while they are being gathered: a file at fault is replaced by its last good revision, where there is one. */
final class Shelf {
    private final Map<String, String> texts;
    private final LastGood lastGood;
    private final Problems problems;
    private final Map<String, Runbook> runbooks = new TreeMap<>();
    private final Set<String> replaced = new HashSet<>();

    Shelf(Map<String, String> texts, LastGood lastGood, Problems problems) {
        this.texts = texts;
        this.lastGood = lastGood;
        this.problems = problems;
    }

    void put(String path, Optional<Runbook> runbook) {
        runbook.ifPresentOrElse(good -> runbooks.put(path, good), () -> replace(path));
    }

    /** Takes out what breaks a rule among files until nothing does: what replaces it may break another. */
    void settle(CrossRules rules) {
        var settled = false;
        while (!settled) {
            settled = true;
            for (var runbook : runbooks()) {
                var broken = rules.check(runbook, runbooks());
                if (!broken.isEmpty()) {
                    settled = false;
                    if (!replaced.contains(runbook.path())) {
                        problems.addAll(broken);
                    }
                    replace(runbook.path());
                }
            }
        }
    }

    List<Runbook> runbooks() {
        return new ArrayList<>(runbooks.values());
    }

    private void replace(String path) {
        runbooks.remove(path);
        if (replaced.add(path)) {
            lastGood.text(path)
                    .filter(text -> !text.equals(texts.get(path)))
                    .flatMap(text -> RunbookParser.parse(path, text).runbook())
                    .ifPresent(runbook -> runbooks.put(path, runbook));
        }
    }
}
