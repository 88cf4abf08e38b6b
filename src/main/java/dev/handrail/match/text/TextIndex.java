package dev.handrail.match.text;

import dev.handrail.alert.Alert;
import dev.handrail.runbook.Runbook;
import java.util.Comparator;
import java.util.List;

/**
 * The text of runbooks. Lucene finds those that have any words in common with an alert; {@link Likeness} looks at the best of
 * them closely. Safe for any number of threads.
 */
public final class TextIndex {
    private static final int MOST = 3;

    private final Lexicon lexicon = LexiconFile.read();
    private final Pool pool;
    private final Likeness likeness;

    public TextIndex(List<Runbook> runbooks) {
        var pages = runbooks.stream().map(runbook -> Page.of(runbook, lexicon)).toList();
        this.pool = new Pool(pages);
        this.likeness = new Likeness(pages, lexicon);
    }

    private record Scored(Page page, double confidence) {
        String path() {
            return page.runbook().path();
        }
    }

    /** Returns at most three, best first, however unlike the alert they may be. */
    public List<Suggestion> nearest(Alert alert) {
        return nearest(alert, MOST);
    }

    /**
     * Returns at most as many as are wanted, best first, however unlike the alert they may be. Equal confidence is settled by path, so that the order
     * in which files are read decides nothing.
     */
    public List<Suggestion> nearest(Alert alert, int most) {
        var query = Query.of(alert, lexicon);
        return pool.of(query, lexicon).stream()
                .map(page -> new Scored(page, likeness.confidence(query, page)))
                .sorted(Comparator.comparingDouble(Scored::confidence)
                        .reversed()
                        .thenComparing(Scored::path))
                .limit(most)
                .map(scored -> suggestion(query, scored))
                .toList();
    }

    private Suggestion suggestion(Query query, Scored scored) {
        return new Suggestion(scored.page().runbook(), scored.confidence(), likeness.why(query, scored.page()));
    }
}
