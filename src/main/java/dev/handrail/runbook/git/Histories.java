package dev.handrail.runbook.git;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the history of the library's files is found, if they have one. */
@FunctionalInterface
public interface Histories {
    /** Returns the history; empty if the files are not from git. */
    Optional<History> history();

    /** Looks for the work tree that a folder lies in. */
    static Histories around(Path folder) {
        return Folder.of(folder)::history;
    }

    /** A folder that may lie in a work tree. */
    final class Folder {
        private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
        private final Optional<History> history;

        private Folder(Optional<History> history) {
            this.history = history;
        }

        private static Folder of(Path folder) {
            try {
                QuietGit.install();
                var real = folder.toRealPath();
                var builder = new FileRepositoryBuilder().findGitDir(real.toFile());
                var found = Optional.<File>ofNullable(builder.getGitDir());
                return new Folder(found.isEmpty() ? Optional.empty() : history(builder.build(), real));
            } catch (IOException e) {
                LOG.info("the runbooks in {} have no history: {}", folder, e.toString());
                return new Folder(Optional.empty());
            }
        }

        private static Optional<History> history(Repository repository, Path folder) {
            if (repository.isBare()) {
                return Optional.empty();
            }
            var within = repository
                    .getWorkTree()
                    .toPath()
                    .relativize(folder)
                    .toString()
                    .replace('\\', '/');
            var remote = repository.getConfig().getString("remote", "origin", "url");
            var links = remote == null ? CommitLinks.NONE : CommitLinks.of(remote);
            return Optional.of(new History(repository, within, () -> head(repository), links));
        }

        private static Optional<ObjectId> head(Repository repository) {
            try {
                return Optional.ofNullable(repository.resolve(Constants.HEAD + "^{commit}"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + repository.getDirectory(), e);
            }
        }

        Optional<History> history() {
            return history;
        }
    }
}
