package dev.handrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WordsCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void givenWhatItPrints_whenChecked_thenAllOfItCanBeSaid() throws IOException {
        assertThat(run()).isZero();
        var file = Files.writeString(folder.resolve("words.properties"), out.toString());

        assertThat(out.toString()).contains("# Buttons", "buttons.acknowledge = I'm on it");
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString()).contains("everything in it can be said");
    }

    @Test
    void givenASentenceThatCannotBeSaid_whenChecked_thenItIsNamedAndTheCommandFails() throws IOException {
        var file = Files.writeString(folder.resolve("words.properties"), "buttons.start-try = Try it\n");

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("HANDRAIL_SLACK_WORDS: found buttons.start-try = Try it in " + file + ": no place; wanted");
    }

    private int run(String... arguments) {
        return new CommandLine(new WordsCommand()).setOut(new PrintWriter(out)).execute(arguments);
    }
}
