package dev.handrail.run.reception;

import dev.handrail.incident.JdbcPayloads;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.run.desk.Ledger;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Keeps what senders sent. Joins the caller's transaction. */
@Singleton
public final class PayloadStore {
    private final JdbcPayloads payloads;
    private final PayloadRepository quarantine;
    private final Ledger ledger;

    PayloadStore(JdbcPayloads payloads, PayloadRepository quarantine, Ledger ledger) {
        this.payloads = payloads;
        this.quarantine = quarantine;
        this.ledger = ledger;
    }

    /** Keeps the payload of each delivery that brings one, and returns the number of each one's. */
    public List<Long> keep(List<Delivery> deliveries) {
        var rows = new ArrayList<PayloadRepository.Row>();
        for (var delivery : deliveries) {
            if (delivery instanceof Delivery.Sent sent) {
                rows.add(row(sent.incoming()));
            }
        }
        var numbers = payloads.add(rows);
        quarantine(rows, numbers);
        var added = numbers.iterator();
        return deliveries.stream().map(delivery -> number(delivery, added)).toList();
    }

    /** What has a problem waits for somebody to mend it. */
    private void quarantine(List<PayloadRepository.Row> rows, List<Long> numbers) {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).problem() != null) {
                quarantine.quarantine(numbers.get(i));
            }
        }
    }

    private PayloadRepository.Row row(Incoming incoming) {
        return new PayloadRepository.Row(
                null,
                incoming.source(),
                incoming.receivedAt().orElseGet(ledger::now),
                incoming.body(),
                incoming.problem().orElse(null),
                incoming.headers().isEmpty() ? null : Text.storable(Json.write(incoming.headers())),
                null);
    }

    private static long number(Delivery delivery, Iterator<Long> added) {
        return switch (delivery) {
            case Delivery.Sent _ -> added.next();
            case Delivery.Kept kept -> kept.payload();
            case Delivery.Again again -> again.held().report().payload();
        };
    }
}
