package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Command;
import dev.handrail.run.desk.RunService;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** Takes deliveries of alerts. Once {@link #receive} returns, nothing of them can be lost. */
@Singleton
public final class AlertDesk {
    private final Transactions transactions;
    private final AlertStore store;
    private final RunService runs;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    AlertDesk(Transactions transactions, AlertStore store, RunService runs) {
        this.transactions = transactions;
        this.store = store;
        this.runs = runs;
    }

    /**
     * Stores a delivery, and opens, joins, reopens or resolves incidents by it, in one transaction.
     *
     * <p>One delivery at a time in this process, so that two senders do not collide over one new incident; another process may
     * still, and then the transaction is done again. People's clicks do not pass here.
     */
    public Receipt receive(Incoming incoming) {
        var touched = new TreeMap<IncidentId, Touch>(Comparator.comparingLong(IncidentId::value));
        oneAtATime.lock();
        try {
            var receipt = transactions.writeAgainOnConflict(() -> {
                touched.clear();
                return place(incoming, touched);
            });
            touched.keySet().forEach(runs::changed);
            return receipt;
        } finally {
            oneAtATime.unlock();
        }
    }

    private Receipt place(Incoming incoming, SortedMap<IncidentId, Touch> touched) {
        var payload = store.keep(incoming);
        var placed = new ArrayList<Receipt.Placed>();
        for (var alert : incoming.alerts()) {
            placed.add(place(payload, alert, touched));
        }
        touched.forEach((id, touch) -> touch.commands(store.firing(id)).forEach(command -> runs.apply(id, command)));
        return new Receipt(placed, incoming.problem());
    }

    private Receipt.Placed place(long payload, Alert alert, SortedMap<IncidentId, Touch> touched) {
        var placement = store.place(payload, alert);
        placement
                .reopens()
                .ifPresent(why -> placement.incident().ifPresent(id -> runs.apply(id, new Command.Reopen(why))));
        placement
                .incident()
                .ifPresent(id -> touched.computeIfAbsent(id, _ -> new Touch()).add(placement));
        return new Receipt.Placed(alert.name().orElse("(no name)"), placement.incident(), placement.why());
    }
}
