package dev.handrail.lint.rules;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One thing that lint looks for.
 *
 * @param severity {@code error}, {@code warning}, or both where it depends on the place
 * @param why what goes wrong where the rule is broken, in a sentence
 * @param hint what to do
 * @param bad empty where it cannot be written down as text: bytes that are no text, a file that is too long
 * @param page the whole of it, as Markdown
 */
public record Rule(
        String name,
        String severity,
        String why,
        String hint,
        Optional<Example> bad,
        Optional<Example> good,
        String page) {

    /** A small library: the text of each of its files, by path. */
    public record Example(SequencedMap<String, String> files) {
        public Example {
            files = new LinkedHashMap<>(files);
        }
    }
}
