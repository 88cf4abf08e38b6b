package dev.handrail.web.runbook;

import dev.handrail.platform.WebPath;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.git.Change;
import dev.handrail.runbook.library.Library;
import dev.handrail.web.timeline.Times;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A runbook in the list.
 *
 * @param address of its page
 * @param standing what somebody should know of it at a glance
 * @param changed who changed it last, and when; empty if that is not known
 */
public record RunbookRow(
        Runbook runbook, String address, String owner, String flow, Standing standing, Optional<ChangeShown> changed) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * @param review {@code 20 Dec 2026}; empty if no review is wanted
     * @param isReviewDue whether that day has come
     * @param problems how many the file has as it is now
     */
    public record Standing(String review, boolean isReviewDue, long problems) {}

    /** @param link where the commit can be seen; may be empty */
    public record ChangeShown(String author, String day, String subject, String commit, String link) {
        static ChangeShown of(Change change) {
            return new ChangeShown(
                    change.author(),
                    Times.date(change.at()),
                    change.subject(),
                    change.abbreviated(),
                    change.link().orElse(""));
        }
    }

    static RunbookRow of(Bookshelf shelf, Runbook runbook, Optional<Change> newest, LocalDate today) {
        Library library = shelf.library();
        var due = runbook.policy().review().due();
        return new RunbookRow(
                runbook,
                WebPath.of("/runbooks/", runbook.id()),
                library.ownerOf(runbook).name(),
                runbook.policy().flow().orElse(""),
                new Standing(
                        due.map(DAY::format).orElse(""),
                        due.filter(day -> !day.isAfter(today)).isPresent(),
                        shelf.problems(runbook.file()).size()),
                newest.map(ChangeShown::of));
    }

    /** Returns {@code active}, {@code draft} or {@code retired}. */
    public String status() {
        return runbook.status().name().toLowerCase(Locale.ROOT);
    }

    public int steps() {
        return runbook.walk().steps().size();
    }
}
