package dev.handrail.runbook.current;

import dev.handrail.platform.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** The times and sizes of a folder's files, at any depth, hidden ones left out: equal while nothing has changed. */
record FolderState(Map<String, String> files) {
    /** Throws {@link UncheckedIOException} if the folder cannot be read. */
    static FolderState of(Path folder) {
        var stamps = new TreeMap<String, String>();
        try {
            Files.walkFileTree(folder, new Stamps(folder, stamps));
            return new FolderState(stamps);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the files in " + folder, e);
        }
    }

    String version() {
        return Sha256.of(files.toString());
    }

    private static final class Stamps extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, String> stamps;

        Stamps(Path root, Map<String, String> stamps) {
            this.root = root;
            this.stamps = stamps;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            var isHidden = !directory.equals(root) && isHidden(directory);
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** Looks through links, because Kubernetes mounts a ConfigMap as such and changes only where they lead. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isHidden(file) && Files.isRegularFile(file)) {
                var stamp = Files.getLastModifiedTime(file) + " " + Files.size(file);
                stamps.put(root.relativize(file).toString(), stamp);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName() != null && path.getFileName().toString().startsWith(".");
        }
    }
}
