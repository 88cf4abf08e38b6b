package dev.handrail.runbook.library;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a folder of runbooks. */
public final class LibraryReader {
    private final Path folder;
    private final LastGood lastGood;
    private final Problems problems = new Problems();
    private final Map<String, String> texts = new TreeMap<>();

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

    private LibraryResult read() {
        var ownership = CatalogueReader.read(folder);
        problems.addAll(ownership.problems());
        RunbookFiles.in(folder).forEach((path, file) -> text(path, file).ifPresent(text -> texts.put(path, text)));
        var shelf = new Shelf(texts, lastGood, problems);
        texts.forEach((path, text) -> {
            var parsed = RunbookParser.parse(path, text);
            problems.addAll(parsed.problems());
            shelf.put(path, parsed.runbook());
        });
        if (ownership.catalogue().isEmpty()) {
            return new LibraryResult.Refused(problems.sorted());
        }
        var catalogue = ownership.catalogue().get();
        shelf.settle(new CrossRules(catalogue, texts));
        var runbooks = shelf.runbooks();
        new EqualRules(texts, problems).check(runbooks);
        keep(runbooks);
        return new LibraryResult.Loaded(new Library(catalogue, runbooks, problems.sorted()));
    }

    private void keep(List<Runbook> runbooks) {
        for (var runbook : runbooks) {
            Optional.ofNullable(texts.get(runbook.path()))
                    .filter(text -> runbook.revision().equals(Revision.of(text)))
                    .ifPresent(text -> lastGood.keep(runbook, text));
        }
    }

    private Optional<String> text(String path, Path file) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            problems.error(new Position(path, 1, 1), "not-utf-8", "bytes that are not UTF-8", "a text file in UTF-8");
            return lastGood.text(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
