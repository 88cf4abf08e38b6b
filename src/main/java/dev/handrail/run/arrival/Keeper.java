package dev.handrail.run.arrival;

import dev.handrail.platform.Transactions;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.reception.PayloadStore;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what was sent, many deliveries by one short commit, and marks it as not placed yet. */
@Singleton
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Transactions transactions;
    private final PayloadStore payloads;
    private final JdbcUnplaced unplaced;
    private final Ledger ledger;

    Keeper(Transactions transactions, PayloadStore payloads, JdbcUnplaced unplaced, Ledger ledger) {
        this.transactions = transactions;
        this.payloads = payloads;
        this.unplaced = unplaced;
        this.ledger = ledger;
    }

    /**
     * Returns the same arrivals, kept, but for those that could not be stored: whoever sent them is told. One that cannot must not
     * keep the others from it. Who waits until it is placed anyway needs nothing kept.
     */
    Load keep(List<Arrival> arrivals) {
        try {
            return arrivals.stream().allMatch(Arrival::isPatient) ? new Load(arrivals, List.of()) : stored(arrivals);
        } catch (Throwable e) { // also an Error: whoever waits must be answered, and the keeper must live
            if (arrivals.size() == 1 || Transactions.isAway(e)) {
                arrivals.forEach(arrival -> arrival.failed(e));
                return Load.NOTHING;
            }
            LOG.warn("{} deliveries cannot be stored together; storing one after the other", arrivals.size(), e);
            return Load.together(
                    arrivals.stream().map(one -> keep(List.of(one))).toList());
        }
    }

    private Load stored(List<Arrival> arrivals) {
        var deliveries = arrivals.stream()
                .filter(arrival -> !arrival.isPatient())
                .map(Arrival::delivery)
                .toList();
        return transactions.write(() -> {
            var numbers = payloads.keep(deliveries);
            var mark = unplaced.add(numbers, ledger.now());
            var next = numbers.iterator();
            var kept = arrivals.stream()
                    .map(arrival -> arrival.isPatient() ? arrival : arrival.keptAs(next.next(), mark))
                    .toList();
            return new Load(kept, List.of(mark));
        });
    }
}
