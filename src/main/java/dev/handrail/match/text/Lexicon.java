package dev.handrail.match.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Handrail knows of the words of operations and of commerce: which mean the same, which are near, which exclude one another.
 * A word that it does not know is its stem.
 */
final class Lexicon {
    private static final int LONGEST_PHRASE = 3;
    private static final Set<String> PREFIXES = Set.of("mis", "non", "un");

    private final Stems stems = new Stems();
    private final Map<String, String> same = new HashMap<>();
    /** The first words of phrases. */
    private final Set<String> begins = new HashSet<>();

    private final Map<String, Set<String>> near = new HashMap<>();
    private final Map<String, Set<String>> apart = new HashMap<>();
    private final Set<String> idle = new HashSet<>();

    /** @param lines as {@code words.txt} explains them */
    Lexicon(List<String> lines) {
        var facts = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        facts.stream().filter(line -> line.startsWith("-")).forEach(this::addIdle);
        facts.stream().filter(line -> line.contains("=")).forEach(this::addSame);
        facts.stream().filter(line -> line.contains("~")).forEach(line -> addGroup(line.split("~"), near));
        facts.stream().filter(line -> line.contains("|")).forEach(line -> addGroup(line.split("\\|"), apart));
    }

    private void addIdle(String line) {
        idle.addAll(List.of(line.substring(1).strip().split(" +")));
    }

    private void addSame(String line) {
        var sides = line.split("=");
        var meaning = key(sides[0]).replace(" ", "");
        addSame(sides[0], meaning);
        for (var phrase : sides[1].split(",")) {
            addSame(phrase, meaning);
        }
    }

    private void addSame(String phrase, String meaning) {
        var key = key(phrase);
        var other = same.put(key, meaning);
        if (other != null && !other.equals(meaning)) {
            throw new IllegalArgumentException(
                    "'%s' means both '%s' and '%s'".formatted(phrase.strip(), other, meaning));
        }
        if (key.contains(" ")) {
            begins.add(key.substring(0, key.indexOf(' ')));
        }
    }

    private void addGroup(String[] phrases, Map<String, Set<String>> groups) {
        var terms = Arrays.stream(phrases)
                .flatMap(phrase -> terms(phrase).keySet().stream())
                .toList();
        for (var term : terms) {
            var others = groups.computeIfAbsent(term, _ -> new LinkedHashSet<>());
            others.addAll(terms);
            others.remove(term);
        }
    }

    private String key(String phrase) {
        return Words.of(phrase).stream().map(stems::of).collect(Collectors.joining(" "));
    }

    /** Returns what a text is about, in order, each with the words that first say it. */
    SequencedMap<String, String> terms(String text) {
        var words = glued(Words.of(text));
        var keys = words.stream().map(stems::of).toList();
        var terms = new LinkedHashMap<String, String>();
        for (int at = 0; at < keys.size(); ) {
            var end = at + phrase(keys, at);
            if (end > at + 1 || !idle.contains(words.get(at))) {
                var key = joined(keys, at, end);
                terms.putIfAbsent(same.getOrDefault(key, key), joined(words, at, end));
            }
            at = end;
        }
        return terms;
    }

    /** {@code MisScheduled} is one word. */
    private static List<String> glued(List<String> words) {
        var glued = new ArrayList<String>();
        for (var word : words) {
            var isPrefixed = !glued.isEmpty() && PREFIXES.contains(glued.getLast());
            glued.add(isPrefixed ? glued.removeLast() + word : word);
        }
        return glued;
    }

    /** Returns how many words from here make the longest phrase that is known. */
    private int phrase(List<String> keys, int at) {
        if (!begins.contains(keys.get(at))) {
            return 1;
        }
        for (int length = Math.min(LONGEST_PHRASE, keys.size() - at); length > 1; length--) {
            if (same.containsKey(joined(keys, at, at + length))) {
                return length;
            }
        }
        return 1;
    }

    private static String joined(List<String> words, int from, int to) {
        return to == from + 1 ? words.get(from) : String.join(" ", words.subList(from, to));
    }

    Set<String> near(String term) {
        return near.getOrDefault(term, Set.of());
    }

    Set<String> apart(String term) {
        return apart.getOrDefault(term, Set.of());
    }
}
