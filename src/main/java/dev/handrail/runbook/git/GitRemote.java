package dev.handrail.runbook.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SubmoduleConfig.FetchRecurseSubmodulesMode;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/** The branch as the server has it, and as it was when the server was last reached. */
final class GitRemote {
    /** A server that says nothing for so long is not there. */
    private static final int PATIENCE_SECONDS = 30;

    private final Repository repository;
    private final GitSettings settings;
    private final String there;
    private final String here;
    private final Optional<SshdSessionFactory> ssh;

    GitRemote(Repository repository, GitSettings settings) {
        this.repository = repository;
        this.settings = settings;
        this.there = settings.branch().map(name -> "refs/heads/" + name).orElse("HEAD");
        this.here = settings.branch().map(name -> "refs/remotes/origin/" + name).orElse("refs/remotes/origin/HEAD");
        this.ssh =
                settings.access() instanceof Access.SshKey key ? Optional.of(SshSessions.with(key)) : Optional.empty();
    }

    /** Brings the branch up to date. Returns why that failed, for people; empty if it did not. */
    Optional<String> fetch() {
        try (var git = Git.wrap(repository)) {
            prepared(git.fetch()).call();
            return Optional.empty();
        } catch (GitAPIException | JGitInternalException e) {
            return Optional.of(FetchFault.sentence(e, settings));
        }
    }

    /** Returns where the branch was when it was last fetched; empty if it never was. */
    Optional<ObjectId> known() {
        try {
            return Optional.ofNullable(repository.resolve(here + "^{commit}"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the copy of the repository in " + repository.getDirectory(), e);
        }
    }

    /** The plus takes a forced push like any other. */
    private FetchCommand prepared(FetchCommand fetch) {
        fetch.setRemote(settings.url())
                .setRefSpecs("+" + there + ":" + here)
                .setTagOpt(TagOpt.NO_TAGS)
                .setRecurseSubmodules(FetchRecurseSubmodulesMode.NO)
                .setCheckFetchedObjects(true)
                .setTimeout(PATIENCE_SECONDS);
        if (settings.access() instanceof Access.Token token) {
            fetch.setCredentialsProvider(new UsernamePasswordCredentialsProvider(token.user(), token.token()));
        }
        ssh.ifPresent(sessions -> fetch.setTransportConfigCallback(transport -> {
            if (transport instanceof SshTransport overSsh) {
                overSsh.setSshSessionFactory(sessions);
            }
        }));
        return fetch;
    }
}
