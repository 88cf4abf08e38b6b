package dev.handrail.lint.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

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

        /** Returns the files in a folder of the example, without the folder: {@code before/}. */
        public Map<String, String> in(String folder) {
            return files.entrySet().stream()
                    .filter(file -> file.getKey().startsWith(folder))
                    .collect(Collectors.toMap(file -> file.getKey().substring(folder.length()), Map.Entry::getValue));
        }
    }

    /** Returns the lines of the page, for a terminal. */
    public List<String> lines() {
        return page.lines().toList();
    }
}
