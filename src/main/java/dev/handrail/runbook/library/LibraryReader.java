package dev.handrail.runbook.library;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.CrossRules;
import dev.handrail.runbook.folder.EqualRules;
import dev.handrail.runbook.folder.LooseJumps;
import dev.handrail.runbook.folder.Survey;
import dev.handrail.runbook.folder.Surveyor;
import dev.handrail.runbook.folder.Texts;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a folder of runbooks. */
public final class LibraryReader {
    private final Path folder;
    private final LastGood lastGood;
    private final Problems problems = new Problems();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Mentions> mentions = new HashMap<>();

    private LibraryReader(Path folder, LastGood lastGood) {
        this.folder = folder;
        this.lastGood = lastGood;
    }

    /**
     * Reads the runbooks in {@code folder}, its owners.yml and its flows.yml.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static LibraryResult read(Path folder, LastGood lastGood) {
        return new LibraryReader(folder, lastGood).read();
    }

    /**
     * Reads the runbooks in {@code folder} as they are, for those who look at files: without owners.yml and flows.yml too.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static Survey survey(Path folder) {
        return new Surveyor(folder).survey();
    }

    /** As {@link #survey(Path)}, but only the files at {@code paths}: of the others no more is known than that they are there. */
    public static Survey survey(Path folder, Set<String> paths) {
        return new Surveyor(folder, paths).survey();
    }

    private LibraryResult read() {
        var ownership = CatalogueReader.read(folder);
        problems.addAll(ownership.problems());
        texts.putAll(new Texts(lastGood::text, problems).read(folder));
        var shelf = new Shelf(texts, lastGood, problems);
        texts.forEach((path, text) -> {
            var parsed = RunbookParser.parse(path, text);
            problems.addAll(parsed.problems());
            mentions.put(path, parsed.mentions());
            shelf.put(path, parsed.runbooks());
        });
        var good = new KeptCatalogue(folder, lastGood).of(ownership);
        if (good.catalogue().isEmpty()) {
            return new LibraryResult.Refused(problems.sorted());
        }
        var catalogue = good.catalogue().get();
        shelf.settle(new CrossRules(good.names(), mentions, _ -> false));
        var runbooks = shelf.runbooks();
        new EqualRules(mentions, problems).check(runbooks);
        new LooseJumps(mentions, problems).check(runbooks);
        keep(runbooks);
        return new LibraryResult.Loaded(new Library(catalogue, runbooks, problems.sorted()));
    }

    private void keep(List<Runbook> runbooks) {
        for (var runbook : runbooks) {
            Optional.ofNullable(texts.get(runbook.file()))
                    .filter(text -> runbook.revision().equals(Revision.of(text)))
                    .ifPresent(text -> lastGood.keep(runbook.file(), text));
        }
    }
}
