package dev.handrail.match.text;

import java.util.Set;

/** What a text is about, as terms that are the same where its words mean the same. */
public final class Terms {
    private final Lexicon lexicon = LexiconFile.read();

    public Set<String> of(String text) {
        return Set.copyOf(lexicon.terms(text).keySet());
    }
}
