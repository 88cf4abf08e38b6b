package dev.handrail.run.reception;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.run.desk.Ledger;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Keeps what senders sent. Joins the caller's transaction. */
@Singleton
final class PayloadStore {
    private final PayloadRepository payloads;
    private final Ledger ledger;

    PayloadStore(PayloadRepository payloads, Ledger ledger) {
        this.payloads = payloads;
        this.ledger = ledger;
    }

    /** Keeps the payload of each delivery that brings one, and returns the number of each one's. */
    List<Long> keep(List<Delivery> deliveries) {
        var rows = new ArrayList<PayloadRepository.Row>();
        for (var delivery : deliveries) {
            if (delivery instanceof Delivery.Sent sent) {
                rows.add(row(sent.incoming()));
            }
        }
        var stored = (rows.isEmpty() ? rows : payloads.saveAll(rows)).iterator();
        return deliveries.stream().map(delivery -> number(delivery, stored)).toList();
    }

    private PayloadRepository.Row row(Incoming incoming) {
        return new PayloadRepository.Row(
                null,
                incoming.source(),
                ledger.now(),
                incoming.body(),
                incoming.problem().orElse(null));
    }

    private static long number(Delivery delivery, Iterator<PayloadRepository.Row> stored) {
        return switch (delivery) {
            case Delivery.Sent _ -> Objects.requireNonNull(stored.next().id(), "the database numbers payloads");
            case Delivery.Again again -> again.held().report().payload();
        };
    }
}
