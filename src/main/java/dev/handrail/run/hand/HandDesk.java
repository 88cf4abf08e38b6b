package dev.handrail.run.hand;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.match.Match;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Owner;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import dev.handrail.platform.source.Nearest;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.AlertStore;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Opening;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens real incidents by hand: somebody has seen what no alert told of. No silence holds them and no storm gathers them, because
 * a person wants them now.
 */
@Singleton
public final class HandDesk {
    /** What the reason of an incident begins with for which somebody paged an owner: their words follow. */
    public static final String PAGED = "paged by hand by ";

    private final Transactions transactions;
    private final AlertStore store;
    private final RunService runs;
    private final Ledger ledger;
    private final CurrentLibrary libraries;

    HandDesk(Transactions transactions, AlertStore store, RunService runs, Ledger ledger, CurrentLibrary libraries) {
        this.transactions = transactions;
        this.store = store;
        this.runs = runs;
        this.ledger = ledger;
        this.libraries = libraries;
    }

    /**
     * Who begins it, and why.
     *
     * @param why in their own words; may be empty
     * @param link to what they have seen
     */
    public record Cause(Person by, String why, Optional<String> link) {
        String words() {
            return why.isBlank() ? "Seen by " + by.name() : why;
        }
    }

    /** What became of the wish. */
    public sealed interface Answer {
        /** @param channel where it is walked */
        record Begun(IncidentId id, String title, String channel) implements Answer {}

        /** @param advice what may have been meant: {@code 'order-export-stuck'}, or {@code one of ...} */
        record NoneSuch(String advice) implements Answer {}

        /** Only what people have approved is walked when something fails. */
        record NotActive(String path, Runbook.Status status) implements Answer {}
    }

    /**
     * Opens an incident with a runbook, and makes whoever starts it its responder.
     *
     * @param runbook its id, or its path in the library
     * @param labels what is known of the failure
     * @param alongside is done in the same transaction, also where nothing begins
     */
    public Answer start(String runbook, Map<String, String> labels, Cause cause, Runnable alongside) {
        var library = libraries.library();
        var found = Named.find(library, runbook);
        if (found.isEmpty()) {
            return refused(new Answer.NoneSuch(Named.advice(library, runbook)), alongside);
        }
        var book = found.get();
        if (book.status() != Runbook.Status.ACTIVE) {
            return refused(new Answer.NotActive(book.path(), book.status()), alongside);
        }
        var known = new HashMap<>(labels);
        book.policy().flow().ifPresent(flow -> known.put("flow", flow));
        var alert = HandAlert.of(book.id(), known, cause, ledger.now());
        var match = new Match.Matched(book, why("started by hand by ", cause));
        return begun(library, alert, match, id -> {
            runs.apply(id, new Command.Acknowledge(cause.by()));
            alongside.run();
        });
    }

    /**
     * Opens an incident of its own for an owner, who is told at once.
     *
     * @param owner an id or a name in owners.yml
     * @param alongside is done in the same transaction, also where nobody is paged
     */
    public Answer page(String owner, Cause cause, Runnable alongside) {
        var library = libraries.library();
        var found = owner(library, owner);
        if (found.isEmpty()) {
            var ids = library.catalogue().owners().keySet().stream()
                    .map(id -> id.value())
                    .toList();
            return refused(new Answer.NoneSuch(Nearest.advice(owner, ids)), alongside);
        }
        var labels = Map.of("owner", found.get().id().value(), "severity", "high");
        var alert = HandAlert.of(cause.words(), labels, cause, ledger.now());
        return begun(library, alert, new Match.Unknown(why(PAGED, cause)), _ -> alongside.run());
    }

    private static Optional<Owner> owner(Library library, String name) {
        return library.catalogue().owners().values().stream()
                .filter(owner -> owner.id().value().equalsIgnoreCase(name)
                        || owner.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String why(String what, Cause cause) {
        var by = what + cause.by().name();
        return Text.storable(cause.why().isBlank() ? by : by + ": " + cause.why());
    }

    private Answer refused(Answer answer, Runnable alongside) {
        transactions.run(alongside);
        return answer;
    }

    /** What is done with the incident in the transaction that opens it. */
    private interface Then {
        void with(IncidentId id);
    }

    private Answer begun(Library library, Alert alert, Match match, Then then) {
        var aim = new Opening.Aim(library, match, Sha256.of("by hand\n" + alert.groupKey()), Kind.REAL);
        var body = Text.storable(Json.write(Map.of("labels", alert.labels(), "annotations", alert.annotations())));
        var incoming = new Incoming(Opening.BY_HAND, body, List.of(alert), Optional.empty());
        var id = transactions.writeAgainOnConflict(() -> {
            var opened = store.own(incoming, aim);
            then.with(opened);
            return opened;
        });
        runs.changed(id);
        var channel =
                aim.flow(alert).map(Flow::channel).orElse(library.catalogue().defaultChannel());
        return new Answer.Begun(id, title(alert, match), channel);
    }

    private static String title(Alert alert, Match match) {
        return match instanceof Match.Matched matched
                ? matched.runbook().title()
                : alert.name().orElse("");
    }
}
