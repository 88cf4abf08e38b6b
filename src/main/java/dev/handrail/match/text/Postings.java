package dev.handrail.match.text;

import dev.handrail.runbook.Runbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The terms of a library, each with where the pages of its runbooks say it. The pages are numbered as the runbooks come. */
final class Postings {
    private final Map<String, Posting> postings = new HashMap<>();
    private final Posting unknown;
    private final Names names;
    private final int pages;

    Postings(List<Runbook> runbooks, Lexicon lexicon) {
        var reading = new Reading(lexicon);
        runbooks.forEach(runbook -> reading.add(Page.of(runbook, lexicon)));
        reading.seen.forEach((term, seen) -> postings.put(term, seen.posting(runbooks.size())));
        unknown = new Sightings().posting(runbooks.size());
        pages = runbooks.size();
        names = new Names(reading.pages.build().toArray(), postings.values());
    }

    /** What is seen of a library while it is gone through; no page of it is kept. */
    private static final class Reading {
        private final Lexicon lexicon;
        private final Map<String, Sightings> seen = new HashMap<>();
        /** The page of each name. */
        private final IntStream.Builder pages = IntStream.builder();

        private int page;
        private int name;

        Reading(Lexicon lexicon) {
            this.lexicon = lexicon;
        }

        void add(Page read) {
            add(read.name(), Place.NAME);
            add(read.context(), Place.CONTEXT);
            add(read.body(), Place.BODY);
            read.names().forEach(this::addName);
            page++;
        }

        private void add(Set<String> terms, Place place) {
            for (var term : terms) {
                of(term).addPage(page, place.said());
                lexicon.near(term).forEach(near -> of(near).addPage(page, place.near()));
            }
        }

        private void addName(Set<String> terms) {
            terms.forEach(term -> of(term).addName(name));
            pages.add(page);
            name++;
        }

        private Sightings of(String term) {
            return seen.computeIfAbsent(term, _ -> new Sightings());
        }
    }

    /** Returns what is known of a term, also of one that no page says. */
    Posting of(String term) {
        return postings.getOrDefault(term, unknown);
    }

    int pages() {
        return pages;
    }

    Names names() {
        return names;
    }
}
