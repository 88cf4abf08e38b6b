package dev.handrail.lint.against;

import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** A library's folder as it was in a revision of its git repository. Reads objects and changes nothing. */
public final class GitTree {
    private static final long LARGEST = 512 * 1024;

    private final Path folder;
    private final String revision;

    /** @param revision as git takes it: a branch, a tag, a commit, {@code HEAD~1} */
    public GitTree(Path folder, String revision) {
        this.folder = folder;
        this.revision = revision;
    }

    /**
     * Returns the Markdown files in the folder as they were.
     *
     * @throws NoSuchRevisionException if the folder is in no repository, or the repository has no such revision
     */
    public List<Parsed> files() {
        try {
            var real = folder.toRealPath();
            var builder = new FileRepositoryBuilder().findGitDir(real.toFile());
            if (builder.getGitDir() == null) {
                throw new NoSuchRevisionException(
                        folder + " is not in a git repository, so it has no revision to compare with.");
            }
            try (var repository = builder.build()) {
                return files(repository, prefix(repository, real));
            }
        } catch (IOException | RevisionSyntaxException e) {
            throw new NoSuchRevisionException(
                    "The git repository of " + folder + " cannot be read at '" + revision + "': " + e.getMessage(), e);
        }
    }

    private static String prefix(Repository repository, Path folder) throws IOException {
        var root = repository.getWorkTree().toPath().toRealPath();
        return root.relativize(folder).toString().replace('\\', '/');
    }

    private List<Parsed> files(Repository repository, String prefix) throws IOException {
        var commit = repository.resolve(revision + "^{commit}");
        if (commit == null) {
            throw new NoSuchRevisionException("There is no revision '" + revision + "' in the git repository of "
                    + folder + ". In CI, fetch it first: git fetch origin " + revision);
        }
        try (var walk = new RevWalk(repository);
                var tree = new TreeWalk(repository)) {
            tree.addTree(walk.parseCommit(commit).getTree());
            tree.setRecursive(true);
            if (!prefix.isEmpty()) {
                tree.setFilter(PathFilter.create(prefix));
            }
            return files(tree, prefix.isEmpty() ? 0 : prefix.length() + 1);
        }
    }

    private static List<Parsed> files(TreeWalk tree, int prefix) throws IOException {
        var files = new ArrayList<Parsed>();
        while (tree.next()) {
            var path = tree.getPathString();
            if (path.length() > prefix && isRunbook(path.substring(prefix))) {
                var text = text(tree.getObjectReader().open(tree.getObjectId(0)));
                files.add(RunbookParser.parse(path.substring(prefix), text));
            }
        }
        return files;
    }

    private static boolean isRunbook(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".md") && !name.equalsIgnoreCase("README.md") && !("/" + path).contains("/.");
    }

    private static String text(ObjectLoader file) throws IOException {
        return file.getSize() > LARGEST ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
