package dev.handrail.preview;

import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file outside of any library, and those that its outcomes lead to. The files beside it are not looked at: there may be many. */
final class LoneFile {
    private final Path folder;
    private final Map<String, Runbook> read = new TreeMap<>();

    LoneFile(Path folder) {
        this.folder = folder;
    }

    Manuscript read(String path) throws IOException {
        var file = parse(path);
        if (file.runbook().isPresent()) {
            follow(file.runbook().get());
        }
        var library = StandIns.library(Optional.empty(), List.copyOf(read.values()));
        return new Manuscript(folder, path, file.runbook(), file.problems(), library);
    }

    private void follow(Runbook first) throws IOException {
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (read.putIfAbsent(next.path(), next) == null) {
                for (var jump : StandIns.jumps(next).toList()) {
                    if (Files.isRegularFile(folder.resolve(jump.path()))) {
                        parse(jump.path()).runbook().ifPresent(open::add);
                    }
                }
            }
        }
    }

    private Parsed parse(String path) throws IOException {
        try {
            return RunbookParser.parse(path, Files.readString(folder.resolve(path)));
        } catch (CharacterCodingException e) {
            throw new IOException(path + " has bytes that are not UTF-8; wanted a text file in UTF-8", e);
        }
    }
}
