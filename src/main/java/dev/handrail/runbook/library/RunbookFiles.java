package dev.handrail.runbook.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Markdown files of a folder, at any depth; no README, nothing hidden, nothing that a symbolic link fetches from elsewhere.
 * Links within the folder are followed to files, because Kubernetes mounts a ConfigMap as such.
 */
final class RunbookFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, Path> found = new TreeMap<>();

    private RunbookFiles(Path root) {
        this.root = root;
    }

    /** Returns the files by path: relative to the folder, with {@code /}. */
    static Map<String, Path> in(Path folder) {
        try {
            var files = new RunbookFiles(folder.toRealPath());
            Files.walkFileTree(files.root, files);
            return files.found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the runbooks in " + folder, e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        var isHidden = !directory.equals(root) && isHidden(directory);
        return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isRunbook(file) && Files.isRegularFile(file) && file.toRealPath().startsWith(root)) {
            found.put(root.relativize(file).toString().replace('\\', '/'), file);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isRunbook(Path file) {
        var name = file.getFileName().toString();
        return !isHidden(file) && name.endsWith(".md") && !name.equalsIgnoreCase("README.md");
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
}
