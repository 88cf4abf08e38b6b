package dev.handrail.runbook.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitSettingsTest {
    private static SettingsReader reader(Map<String, String> given) {
        var properties = new HashMap<String, String>();
        given.forEach((name, value) -> properties.put("handrail." + name, value));
        return new SettingsReader(name -> Optional.ofNullable(properties.get(name)));
    }

    private static GitSettings good(Map<String, String> given) {
        var reader = reader(given);
        var settings = GitSettings.read(reader).orElseThrow();
        assertThat(reader.problems()).isEmpty();
        return settings;
    }

    @Test
    void givenNoRepository_whenRead_thenThereIsNone() {
        assertThat(GitSettings.read(reader(Map.of()))).isEmpty();
    }

    @Test
    void givenOnlyAnAddress_whenRead_thenTheRestHasItsDefaults() {
        var settings = good(Map.of("runbooks-git", "https://git.example.org/team/runbooks.git"));

        assertThat(settings.branch()).isEmpty();
        assertThat(settings.folder()).isEmpty();
        assertThat(settings.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.data()).isEqualTo(Path.of("data/runbooks"));
        assertThat(settings.access()).isEqualTo(new Access.Open());
        assertThat(settings.shown()).isEqualTo("https://git.example.org/team/runbooks.git (its default branch)");
    }

    @Test
    void givenAToken_whenShown_thenItIsNot() {
        var settings = good(Map.of(
                "runbooks-git", "https://git.example.org/r.git",
                "runbooks-branch", "release/1.2",
                "runbooks-folder", "./docs/runbooks/",
                "runbooks-token", "ghp_0123456789"));

        assertThat(settings.access()).isEqualTo(new Access.Token("x-access-token", "ghp_0123456789"));
        assertThat(settings.toString()).doesNotContain("ghp_");
        assertThat(settings.shown())
                .isEqualTo("https://git.example.org/r.git (branch release/1.2, folder docs/runbooks)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"git@github.com:team/runbooks.git", "ssh://git@git.example.org:2222/team/runbooks.git"})
    void givenAnSshAddress_whenThereIsAKey_thenItIsUsed(String url, @TempDir Path folder) throws IOException {
        var key = Files.writeString(folder.resolve("key"), "a key").toString();
        var hosts = Files.writeString(folder.resolve("hosts"), "a host").toString();

        var settings =
                good(Map.of("runbooks-git", url, "runbooks-ssh-key-file", key, "runbooks-known-hosts-file", hosts));

        assertThat(settings.access()).isEqualTo(new Access.SshKey(Path.of(key), Path.of(hosts)));
    }

    @Test
    void givenManyWrongSettings_whenRead_thenAllAreNamedAtOnceAndNoSecretIsShown() {
        var reader = reader(Map.of(
                "runbooks", "./runbooks",
                "runbooks-git", "https://ana:hunter2@git.example.org/r.git",
                "runbooks-branch", "no good..name",
                "runbooks-folder", "../elsewhere",
                "runbooks-token", "short",
                "runbooks-ssh-key-file", "/nowhere/key",
                "runbooks-poll", "1s"));

        GitSettings.read(reader);

        assertThat(reader.problems())
                .extracting(SettingProblem::variable)
                .contains(
                        "HANDRAIL_RUNBOOKS_GIT",
                        "HANDRAIL_RUNBOOKS_BRANCH",
                        "HANDRAIL_RUNBOOKS_FOLDER",
                        "HANDRAIL_RUNBOOKS_TOKEN",
                        "HANDRAIL_RUNBOOKS_SSH_KEY_FILE",
                        "HANDRAIL_RUNBOOKS_POLL");
        assertThat(reader.problems().toString())
                .contains("both it and HANDRAIL_RUNBOOKS")
                .doesNotContain("hunter2", "short\"");
    }

    @Test
    void givenAnSshAddressAndNoKey_whenRead_thenKeyAndHostsAreWanted() {
        var reader = reader(Map.of("runbooks-git", "git@github.com:team/runbooks.git"));

        GitSettings.read(reader);

        assertThat(reader.problems())
                .extracting(SettingProblem::variable)
                .containsExactly("HANDRAIL_RUNBOOKS_SSH_KEY_FILE", "HANDRAIL_RUNBOOKS_KNOWN_HOSTS_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://git.example.org/r.git", "runbooks", "https://", "-oProxyCommand=touch /tmp/x"})
    void givenAnAddressThatIsNone_whenRead_thenItSaysWhatIsWanted(String url) {
        var reader = reader(Map.of("runbooks-git", url));

        GitSettings.read(reader);

        assertThat(reader.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.wanted()).contains("https://HOST/PATH"));
    }
}
