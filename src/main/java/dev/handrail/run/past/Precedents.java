package dev.handrail.run.past;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Precedent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What an unknown failure is like, and what fixed that. Asked by those who show it, not by those who act on it. */
@Singleton
public final class Precedents {
    /** How far back is looked: what is older was fixed in another system. */
    private static final int LAST = 500;

    private final PastRepository past;
    private final Histories histories;
    private final Transactions transactions;

    Precedents(PastRepository past, Histories histories, Transactions transactions) {
        this.past = past;
        this.histories = histories;
        this.transactions = transactions;
    }

    /** Returns the view with those that it is like; as it is, where a runbook is known, or it is over. */
    public IncidentView with(IncidentView view) {
        var isWanted = view.plan().book().isEmpty()
                && view.state().isOpen()
                && view.storm().isEmpty();
        return isWanted ? view.with(transactions.read(() -> of(view))) : view;
    }

    private List<Precedent> of(IncidentView view) {
        var incident = view.incident();
        var now = new Past(
                incident.id(),
                incident.title(),
                view.alerts().labels(),
                view.alerts().annotations());
        return Resemblance.nearest(now, past.before(incident.id(), incident.openedAt(), LAST), Precedent.MOST).stream()
                .map(like -> precedent(like.id(), like.title()))
                .toList();
    }

    private Precedent precedent(IncidentId id, String title) {
        return histories.of(id).reversed().stream()
                .map(Happened::event)
                .filter(RunEvent.Finished.class::isInstance)
                .map(RunEvent.Finished.class::cast)
                .findFirst()
                .map(over -> new Precedent(id, title, over.fix(), over.note()))
                .orElseGet(() -> new Precedent(id, title, Optional.empty(), ""));
    }
}
