package dev.handrail.slack.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sentence is said somewhere, and whatever is said is a sentence: read from the sources, so that none is found missing at night. */
class WordingTest {
    private static final Path FILES = Path.of("src/main/resources/slack/words");

    @Test
    void whateverIsSaidHasASentence_withAPlaceForEachPart() throws IOException {
        var wrong = new ArrayList<String>();
        for (var said : CallSites.read().said()) {
            for (var key : said.keys()) {
                var sentence = Wording.OURS.sentences().get(key);
                if (sentence == null || !shows(key, sentence, said.parts())) {
                    wrong.add("%s says %s with %d parts; the sentence is %s"
                            .formatted(said.place(), key, said.parts(), sentence));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** All parts; but a number for which there is a sentence of its own only chooses between the two. */
    private static boolean shows(String key, Sentence sentence, int parts) {
        var wanted = IntStream.rangeClosed(1, parts).boxed().collect(Collectors.toSet());
        var shown = new TreeSet<>(sentence.parts());
        if (Wording.OURS.sentences().containsKey(key + ".one")) {
            shown.add(1);
        }
        return shown.equals(wanted);
    }

    @Test
    void everySentenceIsSaid() throws IOException {
        var unsaid = new TreeSet<>(Wording.OURS.sentences().keySet());
        CallSites.read()
                .said()
                .forEach(said -> said.keys().forEach(key -> {
                    unsaid.remove(key);
                    unsaid.remove(key + ".one");
                }));
        assertThat(unsaid).as("sentences that nothing says").isEmpty();
    }

    @Test
    void noWordsStandInTheSources() throws IOException {
        assertThat(CallSites.read().strays())
                .as("words that belong into " + FILES)
                .isEmpty();
    }

    @Test
    void everySentenceStandsOnceInTheFileOfItsFirstWord_andIsWhole() throws IOException {
        var wrong = new ArrayList<String>();
        var seen = new HashSet<String>();
        try (var files = Files.list(FILES)) {
            for (var file : files.toList()) {
                var room = file.getFileName().toString().replace(".properties", "");
                for (var line : Files.readAllLines(file)) {
                    if (!line.isEmpty()
                            && !line.startsWith("#")
                            && !(line.matches("[a-z.-]+ = \\S.*\\S|[a-z.-]+ = \\S")
                                    && line.startsWith(room + ".")
                                    && seen.add(line.split(" ")[0]))) {
                        wrong.add(file + ": " + line);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isEqualTo(Wording.OURS.sentences().keySet());
        assertThat(Wording.OURS.sentences().values()).allSatisfy(sentence -> {
            assertThat(sentence.fault()).isEmpty();
            assertThat(sentence.text()).doesNotContain("<");
        });
    }

    @Test
    void givenASentenceForOne_whenTheFirstPartIsOne_thenItIsSaid() {
        var wording = Wording.OURS.with(
                Map.of("test.files", new Sentence("%s files of %s"), "test.files.one", new Sentence("a file of %2$s")));
        assertThat(wording.of("test.files", 1, "ana").formatted(1, "ana")).isEqualTo("a file of ana");
        assertThat(wording.of("test.files", 2, "ana").formatted(2, "ana")).isEqualTo("2 files of ana");
        assertThat(wording.of("test.files", "1", "ana").formatted("1", "ana")).isEqualTo("1 files of ana");
    }

    @Test
    void whenATimeIsSaidWhereSlackFormatsNothing_thenItsZoneIsNamed() {
        assertThat(Wording.say("names.time.hours", Instant.parse("2026-11-21T02:14:00Z")))
                .isEqualTo("02:14 UTC h");
    }

    @Test
    void givenNoSuchSentence_whenSaid_thenTheKeyIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wording.OURS.of("card.nobdy"))
                .withMessageContaining("card.nobdy");
    }
}
