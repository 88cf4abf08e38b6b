package dev.handrail.runbook.library;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.CrossRules;
import dev.handrail.runbook.folder.Index;
import dev.handrail.runbook.folder.Jumps;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    void put(String file, List<Runbook> read) {
        if (read.isEmpty()) {
            replace(file);
        } else {
            read.forEach(runbooks::put);
        }
    }

    /** Takes out what breaks a rule among files until nothing does: what replaces it may break another, which is then asked again. */
    void settle(CrossRules rules) {
        Jumps.led(runbooks.all()).forEach(runbooks::put);
        var open = new TreeSet<>(runbooks.paths());
        while (!open.isEmpty()) {
            runbooks.at(open.removeFirst()).ifPresent(runbook -> {
                if (!rules.check(runbook, runbooks).isEmpty()) {
                    var file = runbooks.of(runbook.file());
                    if (!replaced.contains(runbook.file())) {
                        file.forEach(each -> problems.addAll(rules.check(each, runbooks)));
                    }
                    file.forEach(each -> open.addAll(runbooks.concernedBy(each)));
                    replace(runbook.file());
                    runbooks.of(runbook.file()).forEach(each -> open.addAll(runbooks.concernedBy(each)));
                }
            });
        }
    }

    List<Runbook> runbooks() {
        return List.copyOf(runbooks.all());
    }

    /** A file is good or not as a whole, however many runbooks it holds. */
    private void replace(String file) {
        runbooks.of(file).forEach(runbook -> runbooks.remove(runbook.path()));
        if (replaced.add(file)) {
            lastGood.text(file)
                    .filter(text -> !text.equals(texts.get(file)))
                    .map(text -> RunbookParser.parse(file, text).runbooks())
                    .ifPresent(kept -> kept.forEach(runbook -> runbooks.put(Jumps.led(runbook, runbooks))));
        }
    }
}
