package dev.handrail.slack.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.slack.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnWordsTest {
    @TempDir
    private Path folder;

    @Test
    void givenNoFile_whenRead_thenTheWordsAreOurs() {
        var reader = new SettingsReader(_ -> Optional.empty());

        assertThat(OwnWords.read(reader)).isSameAs(Wording.OURS);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void givenAnotherLanguage_whenRead_thenItsSentencesStandInThePlaceOfOurs() throws IOException {
        var reader = reader("""
                # Deutsch
                buttons.acknowledge = Ich übernehme
                buttons.start-try = Von %2$s Versuchen den %1$s. beginnen
                names.time.minutes.one = eine Minute
                """);
        var words = OwnWords.read(reader);

        assertThat(reader.problems()).isEmpty();
        assertThat(words.of("buttons.acknowledge")).isEqualTo("Ich übernehme");
        assertThat(words.of("buttons.start-try", 2, 3).formatted(2, 3)).isEqualTo("Von 3 Versuchen den 2. beginnen");
        assertThat(words.of("names.time.minutes", 1L)).isEqualTo("eine Minute");
        assertThat(words.of("names.time.minutes", 2L)).isEqualTo("%s min");
        assertThat(words.of("buttons.escalate")).isEqualTo("Escalate");
    }

    @Test
    void givenSentencesThatCannotBeSaid_whenRead_thenAllAreRefusedAtOnce() throws IOException {
        var problems = problems("""
                buttons.acknowlege = Mine
                buttons.start-try = Try %s
                buttons.escalate = <!channel> help
                forms.skip.title = This title is longer than Slack has room for
                steps.number = 100% of %s and %s
                steps.last =
                """);

        assertThat(problems).extracting(SettingProblem::variable).containsOnly("HANDRAIL_SLACK_WORDS");
        assertThat(problems)
                .extracting(SettingProblem::found)
                .satisfiesExactly(
                        found -> assertThat(found).contains("'buttons.acknowlege'", "never says"),
                        found -> assertThat(found).endsWith(": a <"),
                        found -> assertThat(found).endsWith(": %1$s"),
                        found -> assertThat(found).endsWith(": 44 characters"),
                        found -> assertThat(found).endsWith(": nothing"),
                        found -> assertThat(found).contains("a % at its character 4"));
        assertThat(problems)
                .extracting(SettingProblem::wanted)
                .satisfiesExactly(
                        wanted -> assertThat(wanted).contains("'buttons.acknowledge'"),
                        wanted -> assertThat(wanted)
                                .isEqualTo(
                                        "words without a place, at most 75 characters and no <, as in ours: Escalate"),
                        wanted -> assertThat(wanted).contains("%1$s %2$s", "as in ours: Start try %s of %s"),
                        wanted -> assertThat(wanted).contains("at most 24 characters"),
                        wanted -> assertThat(wanted).contains("as in ours: Last question"),
                        wanted -> assertThat(wanted).contains("as in ours: Step %s of %s"));
    }

    @Test
    void givenOwnWords_whenTheyBegin_thenTheyAreSaid() throws IOException {
        var foot = Phrase.say("notices.moving");
        try {
            OwnWords.read(reader("notices.moving = ✅ Nichts davon steht noch still"))
                    .begin();
            assertThat(foot.shown()).hasToString("✅ Nichts davon steht noch still");
        } finally {
            Wording.OURS.begin();
        }
        assertThat(foot.shown()).hasToString("✅ Nothing of what this message named stands still any more");
    }

    @Test
    void givenAFileThatIsNoneOrNotInUtf8_whenRead_thenItIsSaid() throws IOException {
        var latin = Files.write(
                folder.resolve("latin"), "buttons.accept = Übernehmen".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(OwnWords.problems(folder.resolve("none")).getFirst().found()).contains("there is no file");
        assertThat(OwnWords.problems(latin).getFirst().found()).contains("is not UTF-8");
        assertThat(problems("buttons.accept = \\u00zz").getFirst().found()).contains("cannot be read");
    }

    private SettingsReader reader(String words) throws IOException {
        return reader(Files.writeString(folder.resolve("words.properties"), words));
    }

    private static SettingsReader reader(Path file) {
        return new SettingsReader(
                name -> Optional.of(file.toString()).filter(_ -> name.equals("handrail.slack.words")));
    }

    private List<SettingProblem> problems(String words) throws IOException {
        return OwnWords.problems(Files.writeString(folder.resolve("words.properties"), words));
    }
}
