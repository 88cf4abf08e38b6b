package dev.handrail.web.page;

import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.platform.WebPath;
import dev.handrail.run.Book;
import dev.handrail.run.IncidentView;
import dev.handrail.web.timeline.Facts;
import dev.handrail.web.timeline.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One incident.
 *
 * @param row what the list shows of it
 * @param book empty for an unknown failure
 * @param read when this was read, for a page that is printed
 */
public record IncidentPage(
        IncidentRow row,
        Optional<BookShown> book,
        Story story,
        Alerts alerts,
        List<TimelineRow> timeline,
        String read) {
    /** The runbook that is walked, as the run is pinned to it. {@code isOutdated}: the library holds a newer revision. */
    public record BookShown(
            String title, String path, String revision, String fullRevision, boolean isOutdated, String address) {}

    /**
     * @param why why the runbook matched, or why none did
     * @param responder may be empty
     * @param acknowledged how long after the opening; may be empty
     * @param closed may be empty
     */
    public record Story(
            String why, String responder, String acknowledged, String closed, long stepsDone, boolean isOpen) {}

    /** @param link an address that is safe to link; may be empty */
    public record Alerts(
            int total,
            int firing,
            SortedMap<String, String> labels,
            SortedMap<String, String> annotations,
            String link) {}

    public IncidentPage {
        timeline = List.copyOf(timeline);
    }

    static IncidentPage of(IncidentView view, Map<Long, String> hashes, Instant now) {
        var timeline = view.timeline().stream()
                .map(happened -> TimelineRow.of(view, happened, hashes))
                .toList();
        return new IncidentPage(
                IncidentRow.of(view, now),
                view.plan().book().map(book -> shown(book, view.state().newer().isPresent())),
                story(view),
                alerts(view.alerts()),
                timeline,
                Times.minute(now));
    }

    private static BookShown shown(Book book, boolean outdated) {
        return new BookShown(
                book.title(),
                book.path(),
                book.revision().abbreviated(),
                book.revision().value(),
                outdated,
                WebPath.of("/runbooks/", book.id()));
    }

    private static Story story(IncidentView view) {
        var incident = view.incident();
        return new Story(
                incident.why(),
                view.state().responder().map(Person::name).orElse(""),
                Facts.acknowledgedAt(view)
                        .map(at -> Times.offset(incident.openedAt(), at))
                        .orElse(""),
                incident.closedAt().map(Times::minute).orElse(""),
                Facts.stepsDone(view),
                incident.isOpen());
    }

    private static Alerts alerts(AlertSummary alerts) {
        return new Alerts(
                alerts.total(),
                alerts.firing(),
                new TreeMap<>(alerts.labels()),
                new TreeMap<>(alerts.annotations()),
                alerts.link().filter(link -> link.matches("https?://.*")).orElse(""));
    }
}
