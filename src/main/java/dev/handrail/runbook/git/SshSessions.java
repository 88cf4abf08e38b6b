package dev.handrail.runbook.git;

import java.util.List;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** SSH with one key and a list of servers, and nothing of the user's own configuration. */
final class SshSessions {
    private SshSessions() {}

    /** A server whose key is not in the list is refused: there is nobody to ask. */
    static SshdSessionFactory with(Access.SshKey access) {
        var folder = access.key().toAbsolutePath().resolveSibling("").toFile();
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(folder)
                .setSshDirectory(folder)
                .setConfigStoreFactory((_, _, _) -> null)
                .setPreferredAuthentications("publickey")
                .setDefaultIdentities(_ -> List.of(access.key().toAbsolutePath()))
                .setDefaultKnownHostsFiles(_ -> List.of(access.knownHosts().toAbsolutePath()))
                .build(new JGitKeyCache());
    }
}
