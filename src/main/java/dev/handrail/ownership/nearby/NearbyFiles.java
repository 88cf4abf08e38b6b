package dev.handrail.ownership.nearby;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OWNERS and CODEOWNERS files of a folder, and the paths of the Markdown files that they may be about. */
final class NearbyFiles extends SimpleFileVisitor<Path> {
    static final String OWNERS = "OWNERS";
    static final String CODE_OWNERS = "CODEOWNERS";

    private static final int LARGEST = 1024 * 1024;
    private static final Set<String> HIDDEN_BUT_READ = Set.of(".github", ".gitlab");

    private final Path root;
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<String> markdown = new TreeSet<>();

    private NearbyFiles(Path root) {
        this.root = root;
    }

    /** A folder that cannot be read has none: that it cannot is said by who reads its runbooks. */
    static NearbyFiles in(Path folder) {
        var files = new NearbyFiles(folder);
        try {
            Files.walkFileTree(folder, files);
        } catch (IOException _) {
            return files;
        }
        return files;
    }

    /** Returns the texts by path, relative to the folder, with {@code /}. */
    Map<String, String> texts() {
        return texts;
    }

    Set<String> markdown() {
        return markdown;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        var name = path(directory);
        var isHidden = !name.isEmpty() && directory.getFileName().toString().startsWith(".");
        return isHidden && !HIDDEN_BUT_READ.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(".md")) {
            markdown.add(path(file));
        } else if ((name.equals(OWNERS) || name.equals(CODE_OWNERS))
                && attributes.isRegularFile()
                && attributes.size() <= LARGEST) {
            texts.put(path(file), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
