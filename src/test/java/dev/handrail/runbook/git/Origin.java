package dev.handrail.runbook.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository on disk that authors commit to, for tests. */
public final class Origin implements AutoCloseable {
    private static final Instant FIRST = Instant.parse("2026-11-01T09:00:00Z");

    private final Path work;
    private final Git git;
    private int commits;

    private Origin(Path work, Git git) {
        this.work = work;
        this.git = git;
    }

    /** Makes a repository with owners and flows on the branch {@code main}. */
    public static Origin in(Path folder) {
        try {
            QuietGit.install();
            var git = Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call();
            var origin = new Origin(folder, git);
            origin.write("owners.yml", """
                    default: commerce
                    owners:
                      commerce: {contacts: [{slack_user: U01ANA}]}
                      payments: {contacts: [{slack_user: U02BEN}]}
                    """);
            origin.write("flows.yml", "default_channel: \"#order-flows\"\nflows: {orders: {owner: commerce}}\n");
            return origin;
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot make a repository in " + folder, e);
        }
    }

    public Origin write(String path, String text) {
        try {
            var file = work.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Origin link(String path, String target) {
        try {
            Files.createSymbolicLink(work.resolve(path), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Origin move(String from, String to) {
        try {
            Files.move(work.resolve(from), work.resolve(to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that has changed, as Ana, an hour after the commit before. Returns its id. */
    public String commit(String message) {
        return commit(message, false);
    }

    /** Replaces the newest commit, as a forced push does. */
    public String amend(String message) {
        return commit(message, true);
    }

    private String commit(String message, boolean amend) {
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            var when = FIRST.plusSeconds(3600L * commits++);
            var ana = new PersonIdent("Ana Ruiz", "ana@example.org", when, ZoneOffset.UTC);
            return git.commit()
                    .setMessage(message)
                    .setAuthor(ana)
                    .setCommitter(ana)
                    .setAmend(amend)
                    .setSign(false)
                    .call()
                    .name();
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot commit", e);
        }
    }

    public Origin renameBranch(String from, String to) {
        try {
            git.branchRename().setOldName(from).setNewName(to).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot rename the branch " + from, e);
        }
    }

    /** Puts a submodule's entry into the next commit. */
    Origin submodule(String path, String commit) {
        try {
            var cache = git.getRepository().lockDirCache();
            var editor = cache.editor();
            editor.add(new DirCacheEditor.PathEdit(path) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.GITLINK);
                    entry.setObjectId(ObjectId.fromString(commit));
                }
            });
            editor.commit();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits what is in the index and leaves out what is on disk. */
    String commitIndex(String message) {
        try {
            return git.commit().setMessage(message).setSign(false).call().name();
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot commit", e);
        }
    }

    public Path work() {
        return work;
    }

    public String url() {
        return "file://"
                + URI.create(work.toUri().getPath().replaceFirst("/$", "")).getPath();
    }

    @Override
    public void close() {
        git.close();
    }
}
