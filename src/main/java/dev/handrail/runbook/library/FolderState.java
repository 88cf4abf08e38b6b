package dev.handrail.runbook.library;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.runbook.folder.RunbookFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The times and sizes of a library's files: equal while nothing has changed. */
record FolderState(Map<String, Stamp> files) {
    static final FolderState UNKNOWN = new FolderState(Map.of());

    record Stamp(FileTime modified, long size) {}

    /** Throws {@link UncheckedIOException} if the folder cannot be read. */
    static FolderState of(Path folder) {
        try {
            var stamps = new TreeMap<String, Stamp>();
            for (var entry : RunbookFiles.in(folder).entrySet()) {
                stamps.put(entry.getKey(), stamp(entry.getValue()));
            }
            for (var name : List.of(CatalogueReader.OWNERS, CatalogueReader.FLOWS)) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    stamps.put(name, stamp(folder.resolve(name)));
                }
            }
            return new FolderState(stamps);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the files in " + folder, e);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    }
}
