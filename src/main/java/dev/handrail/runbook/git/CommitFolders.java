package dev.handrail.runbook.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for each commit that is read: complete from the first moment that it has its name, and gone when another is read. */
final class CommitFolders {
    private final Path root;

    CommitFolders(Path root) {
        this.root = root;
    }

    /** Returns an empty folder to write a commit into. */
    Path draft(String commit) throws IOException {
        Files.createDirectories(root);
        return Files.createTempDirectory(root, "part-" + commit.substring(0, 8) + "-");
    }

    /** Gives a written folder its name, removes the others, and returns it. */
    Path finish(Path draft, String commit) throws IOException {
        var target = root.resolve(commit);
        try (var old = Files.list(root)) {
            for (var folder : old.filter(path -> !path.equals(draft)).toList()) {
                delete(folder);
            }
        }
        return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, java.io.IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
