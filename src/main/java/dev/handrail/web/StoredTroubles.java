package dev.handrail.web;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.door.Door;
import dev.handrail.intake.door.Doors;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.source.Problem;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.deliver.SlackRefusals;
import dev.handrail.slack.socket.SocketStanding;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong, as it is stored, and as the library says it now. */
@Singleton
final class StoredTroubles implements OperatorReads {
    private static final int LIMIT = 50;
    private static final int EXCERPT = 600;

    /** A thread that is behind for less than this is only being written. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PayloadRepository payloads;
    private final CurrentLibrary library;
    private final RunReader incidents;
    private final SlackRefusals refusals;
    private final SentPages pages;
    private final Doors doors;
    private final List<SocketStanding> sockets;
    private final InstantSource clock;

    /** @param sockets none where Slack is left out */
    StoredTroubles(
            PayloadRepository payloads,
            CurrentLibrary library,
            RunReader incidents,
            SlackRefusals refusals,
            SentPages pages,
            Doors doors,
            List<SocketStanding> sockets,
            InstantSource clock) {
        this.payloads = payloads;
        this.library = library;
        this.incidents = incidents;
        this.refusals = refusals;
        this.pages = pages;
        this.doors = doors;
        this.sockets = List.copyOf(sockets);
        this.clock = clock;
    }

    @Override
    public List<Quarantined> quarantined() {
        return payloads.quarantined(LIMIT).stream()
                .map(StoredTroubles::quarantined)
                .toList();
    }

    @Override
    public List<Problem> runbookProblems() {
        return library.library().problems();
    }

    @Override
    public List<Undelivered> undelivered() {
        return Stream.of(behind(), refused(), unpaged()).flatMap(lines -> lines).toList();
    }

    @Override
    public Optional<String> slackFault() {
        return sockets.stream()
                .flatMap(standing -> standing.now().stream())
                .filter(now -> !now.isWell())
                .map(now -> now.fault().orElse("no socket to Slack is open"))
                .findFirst();
    }

    @Override
    public List<SourceCount> sources() {
        return doors.all().values().stream()
                .filter(door -> door.tally().isUsed())
                .map(StoredTroubles::count)
                .toList();
    }

    private static SourceCount count(Door door) {
        var tally = door.tally();
        return new SourceCount(
                door.source().name(),
                tally.accepted(),
                tally.refused(),
                tally.throttled(),
                Optional.of(tally.last()).filter(at -> at.isAfter(Instant.EPOCH)),
                tally.lastRefusal());
    }

    private Stream<Undelivered> behind() {
        var patience = clock.instant().minus(PATIENCE);
        return incidents.undelivered(LIMIT).stream()
                .map(incidents::find)
                .flatMap(Optional::stream)
                .filter(view -> newest(view).isBefore(patience))
                .map(view -> undelivered(view, "Slack has not taken the newest entry; it is tried again"));
    }

    private Stream<Undelivered> refused() {
        return refusals.newest(LIMIT).stream()
                .flatMap(refusal -> incidents.find(refusal.incident()).stream()
                        .map(view -> undelivered(
                                view, "Slack refused %s: %s".formatted(refusal.slot(), refusal.problem()))));
    }

    private Stream<Undelivered> unpaged() {
        return pages.failed(LIMIT).stream()
                .flatMap(page -> incidents.find(page.incident()).stream()
                        .map(view -> new Undelivered(
                                page.incident(),
                                view.incident().channel(),
                                page.at(),
                                "%s, %s: %s".formatted(page.whom(), page.way(), page.standing()))));
    }

    private static Undelivered undelivered(IncidentView view, String reason) {
        return new Undelivered(view.incident().id(), view.incident().channel(), newest(view), reason);
    }

    private static Instant newest(IncidentView view) {
        return view.timeline().getLast().at();
    }

    private static Quarantined quarantined(PayloadRepository.Row row) {
        var body = row.body();
        return new Quarantined(
                row.number(),
                row.source(),
                row.receivedAt(),
                Optional.ofNullable(row.problem()).orElse(""),
                body.length() <= EXCERPT ? body : body.substring(0, EXCERPT) + "…");
    }
}
