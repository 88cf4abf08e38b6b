package dev.handrail.runbook.folder;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the texts of a folder's runbooks; what cannot be read is a problem of that file alone. */
public final class Texts {
    /** Far above what one runbook may hold: what is larger is not even looked at. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private final Function<String, Optional<String>> instead;
    private final Problems problems;

    /** @param instead what is taken, by path, for a file that is no text */
    public Texts(Function<String, Optional<String>> instead, Problems problems) {
        this.instead = instead;
        this.problems = problems;
    }

    /** Returns the texts by path. */
    public Map<String, String> read(Path folder) {
        var files = RunbookFiles.of(folder);
        files.leftOut()
                .forEach((path, what) ->
                        problems.warning(at(path), "left-out", what, "a Markdown file within the library"));
        var texts = new TreeMap<String, String>();
        files.found().forEach((path, file) -> text(path, file).ifPresent(text -> texts.put(path, text)));
        return texts;
    }

    /** Returns the texts of some files, found by their paths. */
    Map<String, String> read(Path folder, Set<String> paths) {
        var texts = new TreeMap<String, String>();
        paths.stream()
                .filter(path -> path.endsWith(".md"))
                .forEach(path -> text(path, folder.resolve(path)).ifPresent(text -> texts.put(path, text)));
        return texts;
    }

    private Optional<String> text(String path, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                problems.error(at(path), "too-long", Files.size(file) + " bytes", "a file for one runbook");
                return instead.apply(path);
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            problems.error(at(path), "not-utf-8", "bytes that are not UTF-8", "a text file in UTF-8");
            return instead.apply(path);
        } catch (IOException e) {
            problems.error(
                    at(path),
                    "unreadable-file",
                    "a file that cannot be read (" + e.getClass().getSimpleName() + ")",
                    "a file that Handrail may read");
            return instead.apply(path);
        }
    }

    private static Position at(String path) {
        return new Position(path, 1, 1);
    }
}
