package dev.handrail.runbook.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.runbook.current.SourceUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real SSH server that runs the real git-upload-pack. */
class SshAccessTest {
    @TempDir
    private Path temp;

    private SshServer server;
    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(has("ssh-keygen") && has("git-upload-pack"), "OpenSSH's keygen and git are not on this machine");
        origin = Origin.in(temp.resolve("origin"));
        origin.write("a.md", "One.").commit("first");
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(temp.resolve("hostkey")));
        server.setCommandFactory(new ProcessShellCommandFactory());
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.stop(true);
        }
    }

    private static boolean has(String command) {
        return Files.isExecutable(Path.of("/usr/bin", command));
    }

    private Path key(String type) throws Exception {
        var key = temp.resolve("key-" + type);
        new ProcessBuilder("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString())
                .inheritIO()
                .start()
                .onExit()
                .join();
        return key;
    }

    private void accept(Path key) throws Exception {
        var line = Files.readString(Path.of(key + ".pub"));
        var wanted = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
        server.setPublickeyAuthenticator((_, offered, _) -> KeyUtils.compareKeys(offered, wanted));
        server.start();
    }

    private Path knownHosts() throws Exception {
        var lines = new StringBuilder();
        for (var pair : server.getKeyPairProvider().loadKeys(null)) {
            lines.append("[127.0.0.1]:%d %s%n".formatted(server.getPort(), entry(pair.getPublic())));
        }
        return Files.writeString(temp.resolve("known_hosts"), lines);
    }

    private static String entry(PublicKey key) {
        return PublicKeyEntry.toString(key);
    }

    private GitSource source(Access access) {
        var url = "ssh://git@127.0.0.1:%d%s".formatted(server.getPort(), origin.work());
        var settings = new GitSettings(
                url, Optional.of("main"), "", access, Duration.ofMinutes(1), temp.resolve("data/runbooks"));
        return new GitSource(settings, InstantSource.system());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void givenAKeyThatTheServerKnows_whenOpened_thenTheFilesAreFetched(String type) throws Exception {
        var key = key(type);
        accept(key);

        try (var source = source(new Access.SshKey(key, knownHosts()))) {
            assertThat(source.open().folder().resolve("a.md")).hasContent("One.");
        }
    }

    @Test
    void givenAServerThatIsNotInTheList_whenOpened_thenItIsRefused() throws Exception {
        var key = key("ed25519");
        accept(key);
        var nobody = Files.writeString(temp.resolve("nobody"), "");

        try (var source = source(new Access.SshKey(key, nobody))) {
            assertThatThrownBy(source::open)
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("HANDRAIL_RUNBOOKS_KNOWN_HOSTS_FILE");
        }
    }

    @Test
    void givenAKeyThatTheServerDoesNotKnow_whenOpened_thenItSaysToCheckIt() throws Exception {
        accept(key("ecdsa"));

        try (var source = source(new Access.SshKey(key("ed25519"), knownHosts()))) {
            assertThatThrownBy(source::open)
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("check HANDRAIL_RUNBOOKS_SSH_KEY_FILE");
        }
    }
}
