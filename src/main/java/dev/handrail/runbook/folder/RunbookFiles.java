package dev.handrail.runbook.folder;

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
public final class RunbookFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, Path> found = new TreeMap<>();
    private final Map<String, String> leftOut = new TreeMap<>();

    private RunbookFiles(Path root) {
        this.root = root;
    }

    /** Returns the files by path: relative to the folder, with {@code /}. */
    public static Map<String, Path> in(Path folder) {
        return of(folder).found;
    }

    /** Throws {@link UncheckedIOException} if the folder itself cannot be read. */
    static RunbookFiles of(Path folder) {
        try {
            var files = new RunbookFiles(folder.toRealPath());
            Files.walkFileTree(files.root, files);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the runbooks in " + folder, e);
        }
    }

    Map<String, Path> found() {
        return found;
    }

    /** Returns what is not read though its name says that it is a runbook, by path, with what stands there instead. */
    Map<String, String> leftOut() {
        return leftOut;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        var isHidden = !directory.equals(root) && isHidden(directory);
        return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isRunbook(file)) {
            if (!Files.isRegularFile(file)) {
                leftOut.put(path(file), attributes.isSymbolicLink() ? "a link that leads nowhere" : "no regular file");
            } else if (file.toRealPath().startsWith(root)) {
                found.put(path(file), file);
            } else {
                leftOut.put(path(file), "a link that leads out of the library's folder");
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(root)) {
            throw e;
        }
        leftOut.put(path(file), "what cannot be read (" + e.getClass().getSimpleName() + ")");
        return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isRunbook(Path file) {
        return !isHidden(file) && isRunbook(file.getFileName().toString());
    }

    /** Says whether the name of a file, or its path, is that of a runbook. */
    static boolean isRunbook(String path) {
        return path.endsWith(".md")
                && !path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase("README.md");
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
}
