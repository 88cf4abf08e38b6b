package dev.handrail.runbook.git;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** Writes the text files of a commit into a folder of their own. What is not a file of a library is left out. */
final class GitTree {
    private static final long LARGEST = 8L * 1024 * 1024;
    private static final int MOST = 20_000;
    private static final Set<String> NAMES = Set.of("OWNERS", "CODEOWNERS");

    private final Repository repository;
    private final String folder;
    private final CommitFolders folders;

    /** @param folder of the repository; empty for all of it */
    GitTree(Repository repository, String folder, Path commits) {
        this.repository = repository;
        this.folder = folder;
        this.folders = new CommitFolders(commits);
    }

    /**
     * The files of a commit.
     *
     * @param folder where the library's files are
     * @param leftOut what was not written, and why
     */
    record Written(ObjectId commit, Path folder, List<Problem> leftOut) {
        Written {
            leftOut = List.copyOf(leftOut);
        }
    }

    private record Entry(String path, FileMode mode, ObjectId id) {}

    /** Throws {@link IOException} if a file cannot be written. */
    Written write(ObjectId commit) throws IOException {
        var draft = folders.draft(commit.name());
        var problems = new Problems();
        try (var walk = new RevWalk(repository)) {
            copy(walk.parseCommit(commit).getTree(), draft, problems);
        }
        return new Written(commit.copy(), folders.finish(draft, commit.name()), problems.sorted());
    }

    private void copy(RevTree root, Path target, Problems problems) throws IOException {
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(root);
            walk.setRecursive(true);
            if (!folder.isEmpty()) {
                walk.setFilter(PathFilter.create(folder));
            }
            for (var count = 0; walk.next(); ) {
                var entry = new Entry(within(walk.getPathString()), walk.getFileMode(0), walk.getObjectId(0));
                if (isText(entry.path()) && ++count > MOST) {
                    problem(problems, entry, "too-many-files", "more than " + MOST + " files");
                    return;
                }
                copy(root, entry, target, problems);
            }
        }
    }

    private void copy(RevTree root, Entry entry, Path target, Problems problems) throws IOException {
        if (entry.mode().equals(FileMode.GITLINK)) {
            problems.warning(at(entry), "submodule", "a submodule, which is not fetched", "its files themselves");
        } else if (isText(entry.path())) {
            var blob = entry.mode().equals(FileMode.SYMLINK) ? linked(root, entry) : Optional.of(entry.id());
            if (blob.isEmpty()) {
                problem(problems, entry, "symbolic-link", "a link that leads out of the library, or nowhere");
            } else {
                save(blob.get(), entry, target, problems);
            }
        }
    }

    private void save(ObjectId id, Entry entry, Path target, Problems problems) throws IOException {
        var blob = repository.open(id);
        var file = target.resolve(entry.path()).normalize();
        if (blob.getSize() > LARGEST) {
            problem(problems, entry, "too-long", blob.getSize() + " bytes");
        } else if (!file.startsWith(target)) {
            problem(problems, entry, "bad-path", "a path that leads out of the library");
        } else {
            Files.createDirectories(file.getParent());
            Files.write(file, blob.getBytes());
        }
    }

    /** A link within the library is as good as the file that it leads to. */
    private Optional<ObjectId> linked(RevTree root, Entry entry) throws IOException {
        var blob = repository.open(entry.id());
        var to = blob.getSize() > 1000 ? "/" : new String(blob.getBytes(), StandardCharsets.UTF_8);
        var from = Path.of(entry.path());
        var path = to.startsWith("/") ? Path.of("..") : from.resolveSibling(to).normalize();
        if (path.startsWith("..") || path.toString().isEmpty()) {
            return Optional.empty();
        }
        try (var walk = TreeWalk.forPath(repository, whole(path.toString()), root)) {
            return walk != null && (walk.getFileMode(0).getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                    ? Optional.of(walk.getObjectId(0))
                    : Optional.empty();
        }
    }

    /** Returns a path of the repository as one of the library. */
    private String within(String path) {
        return folder.isEmpty() || path.equals(folder) ? path : path.substring(folder.length() + 1);
    }

    private String whole(String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    private static boolean isText(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".md") || name.endsWith(".yml") || name.endsWith(".yaml") || NAMES.contains(name);
    }

    private static void problem(Problems problems, Entry entry, String rule, String found) {
        problems.warning(at(entry), rule, found, "a plain text file within the library; this one is left out");
    }

    private static Position at(Entry entry) {
        return new Position(entry.path(), 1, 1);
    }
}
