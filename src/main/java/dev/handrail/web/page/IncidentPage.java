package dev.handrail.web.page;

import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.ownership.Authority;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.WebPath;
import dev.handrail.run.Book;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.fact.Moved;
import dev.handrail.run.fact.Precedent;
import dev.handrail.web.PayloadReads;
import dev.handrail.web.timeline.Facts;
import dev.handrail.web.timeline.PartWords;
import dev.handrail.web.timeline.Tie;
import dev.handrail.web.timeline.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One incident.
 *
 * @param row what the list shows of it
 * @param book empty for an unknown failure
 * @param read when this was read, for a page that is printed
 * @param weather what holds it, and what it holds
 */
public record IncidentPage(
        IncidentRow row,
        Optional<BookShown> book,
        Story story,
        AlertsShown alerts,
        List<TimelineRow> timeline,
        Sent sent,
        String read,
        Weather weather) {
    /**
     * What came of it, and what did not go out.
     *
     * @param refusals what Slack refused, each with what was done instead
     * @param pages what went out besides Slack, oldest first
     */
    public record Sent(List<PayloadReads.Line> payloads, List<String> refusals, List<SentPages.Line> pages) {
        public Sent {
            payloads = List.copyOf(payloads);
            refusals = List.copyOf(refusals);
            pages = List.copyOf(pages);
        }
    }

    /** The runbook that is walked, as the run is pinned to it. {@code isOutdated}: the library holds a newer revision. */
    public record BookShown(
            String title, String path, String revision, String fullRevision, boolean isOutdated, String address) {}

    /**
     * @param why why the runbook matched, or why none did
     * @param responder may be empty
     * @param acknowledged how long after the opening; may be empty
     * @param closed may be empty
     * @param may what the owner may decide; empty where nobody has written it down
     * @param before incidents that it is like
     */
    public record Story(
            String why,
            String responder,
            String acknowledged,
            String closed,
            long stepsDone,
            boolean isOpen,
            String may,
            List<Precedent> before) {
        public Story {
            before = List.copyOf(before);
        }
    }

    /**
     * Whether its source flaps, and what it has to do with a storm, or with other incidents.
     *
     * @param flapping may be empty
     * @param partOf the number of the storm that it is a part of; may be empty
     * @param why why it is; may be empty
     * @param storm what it gathers
     * @param ties incidents that alerts went to, or came from
     */
    public record Weather(String flapping, String partOf, String why, Optional<StormShown> storm, List<Linked> ties) {
        public Weather {
            ties = List.copyOf(ties);
        }
    }

    /** @param alerts how many went; may be empty */
    public record Linked(String words, long id, String alerts) {}

    /** @param more how many parts are not listed */
    public record StormShown(String counts, List<Part> parts, long more) {
        public StormShown {
            parts = List.copyOf(parts);
        }
    }

    /** @param tone the CSS class of where it stands */
    public record Part(long id, String title, boolean known, String standing, String tone) {}

    public IncidentPage {
        timeline = List.copyOf(timeline);
    }

    /**
     * What is read besides the incident itself.
     *
     * @param hashes of the entries of its timeline, by their places
     * @param alerts the first of its alerts
     */
    record Beside(Map<Long, String> hashes, Sent sent, List<KeptAlert> alerts) {
        Beside {
            hashes = Map.copyOf(hashes);
            alerts = List.copyOf(alerts);
        }
    }

    static IncidentPage of(IncidentView view, Beside beside, Instant now) {
        var timeline = view.timeline().stream()
                .map(happened -> TimelineRow.of(view, happened, beside.hashes()))
                .toList();
        return new IncidentPage(
                IncidentRow.of(view, now),
                view.plan().book().map(book -> shown(book, view.state().newer().isPresent())),
                story(view),
                AlertsShown.of(view, beside.alerts()),
                timeline,
                beside.sent(),
                Times.minute(now),
                weather(view));
    }

    private static Weather weather(IncidentView view) {
        return new Weather(
                Facts.flapping(view).orElse(""),
                view.state()
                        .gathering()
                        .map(storm -> Long.toString(storm.parent().value()))
                        .orElse(""),
                Facts.whyGathered(view).orElse(""),
                view.storm().map(IncidentPage::storm),
                Tie.of(view).stream().map(IncidentPage::linked).toList());
    }

    private static Linked linked(Tie tie) {
        var alerts = tie.alerts().map(Moved::count);
        return new Linked(tie.words(), tie.other().value(), alerts.orElse(""));
    }

    private static StormShown storm(StormView storm) {
        var parts = storm.first().stream()
                .map(part -> new Part(
                        part.id().value(),
                        part.title(),
                        part.isKnown(),
                        part.words(),
                        PartWords.tone(part.state()).css()))
                .toList();
        return new StormShown(storm.words(), parts, storm.counts().incidents() - parts.size());
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
                incident.isOpen(),
                view.plan().policyAt(view.state().step()).may().stream()
                        .map(Authority::word)
                        .collect(Collectors.joining(", ")),
                view.precedents());
    }
}
