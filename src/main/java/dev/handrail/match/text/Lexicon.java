package dev.handrail.match.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tartarus.snowball.ext.EnglishStemmer;

/** What Handrail knows of the words of operations: which mean the same, which are near, which exclude one another. */
final class Lexicon {
    private static final String RESOURCE = "words.txt";
    private static final int LONGEST_PHRASE = 3;

    private final Map<String, String> same = new HashMap<>();
    private final Map<String, Set<String>> near = new HashMap<>();
    private final Map<String, Set<String>> apart = new HashMap<>();
    private final Set<String> idle = new HashSet<>();

    /** Words and their stems: a text has the same few thousand over and over. */
    private final Map<String, String> stems = new HashMap<>();

    private Lexicon() {}

    static Lexicon read() {
        var lexicon = new Lexicon();
        try (var in = new BufferedReader(
                new InputStreamReader(Lexicon.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            var lines = in.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            lines.stream().filter(line -> line.contains("=")).forEach(lexicon::same);
            lines.stream().filter(line -> !line.contains("=")).forEach(lexicon::other);
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private void same(String line) {
        var parts = line.split("=");
        var meaning = String.join("", parts[0].strip().split(" "));
        for (var phrase : parts[1].split(",")) {
            same.put(key(phrase.strip()), meaning);
        }
        same.put(key(parts[0].strip()), meaning);
    }

    private void other(String line) {
        if (line.startsWith("-")) {
            idle.addAll(List.of(line.substring(1).strip().split(" +")));
            return;
        }
        var isNear = line.contains("~");
        var words = Arrays.stream(line.split(isNear ? "~" : "\\|"))
                .map(word -> terms(word).iterator().next())
                .toList();
        words.forEach(word -> (isNear ? near : apart)
                .computeIfAbsent(word, _ -> new LinkedHashSet<>())
                .addAll(words));
    }

    private String key(String phrase) {
        return Words.of(phrase).stream().map(this::stem).collect(Collectors.joining(" "));
    }

    /** Returns what a text is about: the meanings of its words, in order. */
    List<String> terms(String text) {
        var words = Words.of(text).stream()
                .filter(word -> !idle.contains(word))
                .map(this::stem)
                .toList();
        var terms = new ArrayList<String>();
        for (int at = 0; at < words.size(); ) {
            var length = phrase(words, at);
            var key = String.join(" ", words.subList(at, at + length));
            terms.add(same.getOrDefault(key, key));
            at += length;
        }
        return terms;
    }

    private int phrase(List<String> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 1; length--) {
            if (same.containsKey(String.join(" ", words.subList(at, at + length)))) {
                return length;
            }
        }
        return 1;
    }

    Set<String> near(String term) {
        return near.getOrDefault(term, Set.of());
    }

    Set<String> apart(String term) {
        return apart.getOrDefault(term, Set.of());
    }

    private String stem(String word) {
        return stems.computeIfAbsent(word, Lexicon::stemmed);
    }

    private static String stemmed(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
