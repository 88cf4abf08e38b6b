package dev.handrail.match.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.ext.EnglishStemmer;

/** What is left of English words without their endings: {@code fail} of failed, fails and failing. */
final class Stems {
    /** A library has a few thousand words, over and over; strangers may send any number. */
    private static final int MOST_KEPT = 50_000;

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    String of(String word) {
        var known = kept.get(word);
        if (known != null) {
            return known;
        }
        var stem = made(word);
        if (kept.size() < MOST_KEPT) {
            kept.put(word, stem);
        }
        return stem;
    }

    private static String made(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
