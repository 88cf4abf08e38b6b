package dev.handrail.runbook.git;

import java.nio.file.Path;

/** How a repository lets us in. */
sealed interface Access {
    /** It is open to everybody who reaches it. */
    record Open() implements Access {}

    /** Basic authentication over HTTPS, which is how GitHub, GitLab and others take their tokens. */
    record Token(String user, String token) implements Access {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Token[user=" + user + "]";
        }
    }

    /**
     * A key over SSH.
     *
     * @param key the private key, without a passphrase
     * @param knownHosts which host keys are the server's; one that is not there is refused
     */
    record SshKey(Path key, Path knownHosts) implements Access {}
}
