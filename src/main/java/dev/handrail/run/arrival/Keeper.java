package dev.handrail.run.arrival;

import dev.handrail.platform.Transactions;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.PayloadStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Returns what could be stored; whoever sent the rest is told. One that cannot must not keep the others from it. */
    Load keep(List<Arrival> arrivals) {
        try {
            return stored(arrivals);
        } catch (Throwable e) { // also an Error: whoever waits must be answered, and the keeper must live
            if (arrivals.size() == 1) {
                arrivals.getFirst().failed(e);
                return Load.NOTHING;
            }
            LOG.warn("{} deliveries cannot be stored together; storing one after the other", arrivals.size(), e);
            return Load.together(
                    arrivals.stream().map(one -> keep(List.of(one))).toList());
        }
    }

    private Load stored(List<Arrival> arrivals) {
        return transactions.write(() -> {
            var numbers = payloads.keep(arrivals.stream().map(Arrival::delivery).toList());
            var kept = IntStream.range(0, arrivals.size())
                    .mapToObj(i -> arrivals.get(i).keptAs(numbers.get(i)))
                    .toList();
            return new Load(kept, mark(kept));
        });
    }

    /** An alert that was held until now is decided about again by whoever let go of it: nothing of it is lost. */
    private List<Long> mark(List<Arrival> kept) {
        var numbers = kept.stream()
                .map(Arrival::delivery)
                .flatMap(delivery -> delivery instanceof Delivery.Kept now ? Stream.of(now.payload()) : Stream.empty())
                .toList();
        return numbers.isEmpty() ? List.of() : List.of(unplaced.add(numbers, ledger.now()));
    }
}
