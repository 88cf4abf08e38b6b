package dev.handrail.runbook.git;

import dev.handrail.platform.Sha256;
import dev.handrail.runbook.current.LibrarySource;
import dev.handrail.runbook.current.Snapshot;
import dev.handrail.runbook.current.SourceUnavailableException;
import dev.handrail.runbook.current.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A branch of a git repository. Whatever the branch holds now is the library, also after a forced push; a branch that is gone and
 * a server that does not answer leave it as it was.
 */
public final class GitSource implements LibrarySource {
    private final GitSettings settings;
    private final InstantSource clock;
    private final Repository repository;
    private final GitRemote remote;
    private final GitTree tree;
    private Optional<GitTree.Written> written = Optional.empty();
    private Standing standing;

    /** Throws {@link UncheckedIOException} if the copy of the repository cannot be made or opened. */
    public GitSource(GitSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        var home = settings.data()
                .toAbsolutePath()
                .resolve(Sha256.of(settings.url()).substring(0, 12));
        this.repository = openedAt(home.resolve("repository"));
        this.remote = new GitRemote(repository, settings);
        this.tree = new GitTree(repository, settings.folder(), home.resolve("commits"));
        this.standing = new Standing(settings.shown(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Snapshot open() {
        update();
        return snapshot()
                .orElseThrow(() -> new SourceUnavailableException(
                        "Cannot get the runbooks from %s, and there is no earlier copy in %s: %s"
                                .formatted(
                                        settings.shown(),
                                        settings.data(),
                                        standing.fault().orElse("the repository is empty"))));
    }

    @Override
    public Snapshot refresh() {
        update();
        return snapshot().orElseThrow(() -> new IllegalStateException("a source is opened before it is refreshed"));
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    /** Returns who changed what on the branch. */
    public History history() {
        return new History(repository, settings.folder(), remote::known, CommitLinks.of(settings.url()));
    }

    @Override
    public void close() {
        repository.close();
    }

    /** Fetches, and goes on with what is there where that fails. */
    private synchronized void update() {
        var fault = remote.fetch();
        var head = remote.known();
        try {
            if (head.isPresent() && !head.equals(written.map(GitTree.Written::commit))) {
                written = Optional.of(tree.write(head.get()));
            }
        } catch (IOException e) {
            fault = fault.or(() -> Optional.of("cannot write the files of a commit: " + e));
        }
        var commit = written.map(GitTree.Written::commit).map(ObjectId::name);
        var reached = Standing.reached(settings.shown(), commit, clock.instant());
        standing = fault.map(
                        sentence -> new Standing(settings.shown(), commit, standing.reachedAt(), Optional.of(sentence)))
                .orElse(reached);
    }

    private synchronized Optional<Snapshot> snapshot() {
        return written.map(files -> new Snapshot(files.folder(), files.commit().name(), files.leftOut(), standing));
    }

    private static Repository openedAt(Path folder) {
        try {
            QuietGit.install();
            var repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
            }
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the copy of the runbooks' repository in " + folder, e);
        }
    }
}
