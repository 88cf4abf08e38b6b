package dev.handrail.match.text;

import dev.handrail.alert.Alert;
import dev.handrail.runbook.Runbook;
import java.util.Comparator;
import java.util.List;

/** The text of runbooks, to be asked for those that read as if they were for an alert. Safe for any number of threads. */
public final class TextIndex {
    private static final int MOST = 3;

    private final Lexicon lexicon = LexiconFile.read();
    private final List<Runbook> runbooks;
    private final Likeness likeness;

    public TextIndex(List<Runbook> runbooks) {
        this.runbooks =
                runbooks.stream().sorted(Comparator.comparing(Runbook::path)).toList();
        this.likeness = new Likeness(new Postings(this.runbooks, lexicon), lexicon);
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
        return likeness.best(Query.of(alert, lexicon), most).stream()
                .map(likely -> new Suggestion(runbooks.get(likely.page()), likely.confidence(), likely.why()))
                .toList();
    }
}
