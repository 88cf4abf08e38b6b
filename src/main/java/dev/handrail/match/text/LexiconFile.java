package dev.handrail.match.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The lexicon that comes with Handrail. */
final class LexiconFile {
    private static final String NAME = "words.txt";

    private LexiconFile() {}

    static Lexicon read() {
        var stream =
                Objects.requireNonNull(LexiconFile.class.getResourceAsStream(NAME), NAME + " is part of the program");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Lexicon(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAME, e);
        }
    }
}
