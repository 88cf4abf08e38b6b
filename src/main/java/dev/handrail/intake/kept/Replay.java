package dev.handrail.intake.kept;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.door.Source;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.reception.Receipt;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Takes a payload in once more, as its source is set up now. What was understood before is a duplicate and changes nothing. The
 * payload that is kept holds no secrets, so neither does what is made of it.
 */
@Singleton
public final class Replay {
    private final PayloadRepository payloads;
    private final Doors doors;
    private final Rereading rereading;
    private final AlertDesk desk;
    private final InstantSource clock;

    Replay(PayloadRepository payloads, Doors doors, Rereading rereading, AlertDesk desk, InstantSource clock) {
        this.payloads = payloads;
        this.doors = doors;
        this.rereading = rereading;
        this.desk = desk;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Taken(Receipt receipt) implements Answer {}

        /** It stays where it is, with what is wrong now. */
        record NotUnderstood(String problem) implements Answer {}

        /** @param source that took it in, and is set up no more */
        record NoSource(String source) implements Answer {}

        record NoPayload() implements Answer {}
    }

    public Answer replay(long payload) {
        var row = payloads.findById(payload);
        if (row.isEmpty()) {
            return new Answer.NoPayload();
        }
        return doors.named(row.get().source())
                .map(door -> replay(row.get(), door.source()))
                .orElseGet(() -> new Answer.NoSource(row.get().source()));
    }

    private Answer replay(PayloadRepository.Row row, Source source) {
        var incoming = rereading.read(row, source);
        if (incoming.alerts().isEmpty() && incoming.problem().isPresent()) {
            payloads.explain(row.number(), incoming.problem().get());
            return new Answer.NotUnderstood(incoming.problem().get());
        }
        var receipt = desk.receive(incoming);
        payloads.replayed(row.number(), clock.instant());
        return new Answer.Taken(receipt);
    }
}
