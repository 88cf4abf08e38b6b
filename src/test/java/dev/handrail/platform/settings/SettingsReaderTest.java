package dev.handrail.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static SettingsReader reader(Map<String, String> properties) {
        return new SettingsReader(name -> Optional.ofNullable(properties.get(name)));
    }

    @Nested
    class GivenGoodSettings {
        @Test
        void whenRead_thenTheyHaveTheirTypes() {
            var reader = reader(Map.of("a.time", "90s", "a.url", "https://x.example.org/", "a.port", "9000"));

            assertThat(reader.duration("a.time", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
            assertThat(reader.url("a.url")).hasValue(URI.create("https://x.example.org"));
            assertThat(reader.integer("a.port", 1, 1)).isEqualTo(9000);
            assertThat(reader.path("a.path", Path.of("there"))).isEqualTo(Path.of("there"));
            assertThat(reader.problems()).isEmpty();
        }

        @Test
        void whenASecretIsInAFile_thenItsLastNewlineIsNotPartOfIt(@TempDir Path folder) throws IOException {
            var file = Files.writeString(folder.resolve("secret"), "a secret of some length\n");

            assertThat(reader(Map.of("a.token-file", file.toString())).secret("a.token", 16))
                    .hasValue("a secret of some length");
        }

        @Test
        void whenATextIsBlank_thenItIsAsGoodAsNotSet() {
            assertThat(reader(Map.of("a.url", " ")).url("a.url")).isEmpty();
        }
    }

    @Nested
    class GivenWrongSettings {
        @Test
        void whenRead_thenEveryOneIsNamedByItsVariable() {
            var reader = reader(Map.of("a.time", "soon", "a.url", "ftp://x", "a.port", "0", "b.url", "http://a b"));
            reader.duration("a.time", Duration.ZERO);
            reader.url("a.url");
            reader.url("b.url");
            reader.integer("a.port", 1, 1);

            assertThat(reader.problems())
                    .extracting(SettingProblem::variable)
                    .containsExactly("A_TIME", "A_URL", "B_URL", "A_PORT");
            assertThatThrownBy(reader::check)
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageStartingWith(
                            "4 settings are wrong:\n  A_TIME\n    found   'soon'\n    wanted  a whole number");
        }

        @Test
        void whenASecretIsTooShort_thenItIsNotShown() {
            var reader = reader(Map.of("a.token", "hunter2"));
            reader.secret("a.token", 16);

            assertThat(reader.problems())
                    .singleElement()
                    .hasToString("A_TOKEN: found a secret of 7 characters; wanted at least 16 characters; "
                            + "leave it out where it is optional");
        }

        @Test
        void whenASecretIsBlank_thenThatIsAProblemToo() {
            var reader = reader(Map.of("a.token", "                    "));

            assertThat(reader.secret("a.token", 16)).isEmpty();
            assertThat(reader.problems()).extracting(SettingProblem::found).containsExactly("a blank value");
        }

        @Test
        void whenASecretIsGivenTwice_thenOneMustGo() {
            var reader = reader(Map.of("a.token", "a secret of some length", "a.token-file", "/there"));
            reader.secret("a.token", 16);

            assertThat(reader.problems()).extracting(SettingProblem::found).containsExactly("both it and A_TOKEN_FILE");
        }

        @Test
        void whenASecretsFileIsMissing_thenItsPathIsShown() {
            var reader = reader(Map.of("a.token-file", "/not/there"));
            reader.secret("a.token", 16);

            assertThat(reader.problems())
                    .extracting(SettingProblem::variable, SettingProblem::found)
                    .containsExactly(tuple("A_TOKEN_FILE", "the path '/not/there', where there is no file"));
        }
    }
}
