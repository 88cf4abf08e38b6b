package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.IncidentRepository;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.TallyRepository;
import dev.handrail.platform.Transactions;
import dev.handrail.proposal.Proposal;
import dev.handrail.proposal.ProposalBook;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Newer;
import dev.handrail.run.RunEvent;
import dev.handrail.run.machine.RunMachine;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles commands: the one transaction that spans an incident and its run. */
@Singleton
public final class RunService {
    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);

    private final Transactions transactions;
    private final Ledger ledger;
    private final TryBook tries;
    private final IncidentRepository incidents;
    private final BeanProvider<IncidentListener> listeners;
    private final RunReader reader;
    private final TallyRepository alerts;
    private final ProposalBook proposals;

    RunService(
            Transactions transactions,
            Ledger ledger,
            TryBook tries,
            IncidentRepository incidents,
            BeanProvider<IncidentListener> listeners,
            RunReader reader,
            TallyRepository alerts,
            ProposalBook proposals) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.tries = tries;
        this.incidents = incidents;
        this.listeners = listeners;
        this.reader = reader;
        this.alerts = alerts;
        this.proposals = proposals;
    }

    /**
     * Decides a command, and stores what comes of it.
     *
     * @param alongside done in the same transaction, whatever is decided: a click that is marked as handled
     * @throws IllegalArgumentException if there is no such incident
     */
    public Handled handle(IncidentId id, Command command, Runnable alongside) {
        var handled = transactions.writeAgainOnConflict(() -> {
            var done = apply(id, command);
            alongside.run();
            return done;
        });
        if (handled instanceof Handled.Done) {
            changed(id);
        }
        return handled;
    }

    /** Tells this process that an incident has changed; after the commit. */
    public void changed(IncidentId id) {
        listeners.forEach(listener -> listener.changed(id));
    }

    /** Joins the caller's transaction. */
    public Handled apply(IncidentId id, Command command) {
        var held = ledger.hold(id);
        if (command instanceof Command.ReopenByHand && ledger.isOpenElsewhere(held, groupKey(held))) {
            return new Handled.Refused(
                    new Decision.Refusal.SoAlready("Another incident is open for the same alerts: go on there"),
                    Optional.empty());
        }
        var asked = command instanceof Command.StartTry start ? tries.counted(held, start) : command;
        return switch (RunMachine.decide(held.plan(), held.state(), asked, held.now())) {
            case Decision.Accepted accepted -> {
                ledger.record(pinned(held, command), accepted.events(), groupKey(held));
                accepted.events().forEach(event -> noted(held, event));
                yield new Handled.Done();
            }
            case Decision.Refused refused -> {
                LOG.info(
                        "incident={} command={} refused={}",
                        id.value(),
                        command.getClass().getSimpleName(),
                        refused.refusal().getClass().getSimpleName());
                yield new Handled.Refused(refused.refusal(), Overtaking.of(command, reader.timeline(id)));
            }
        };
    }

    /** A run that goes on with a newer revision, or with a runbook that was picked, is pinned to that from now on. */
    private Ledger.Held pinned(Ledger.Held held, Command decided) {
        if (decided instanceof Command.SwitchRevision asked && asked.newer() instanceof Newer.Available newer) {
            return ledger.pin(held, newer.plan());
        }
        if (decided instanceof Command.PickRunbook asked && asked.found() instanceof Newer.Available found) {
            return ledger.pin(held, found.plan());
        }
        return decided instanceof Command.ChangeRunbook asked && asked.found() instanceof Newer.Available found
                ? ledger.pin(held, found.plan())
                : held;
    }

    private void noted(Ledger.Held held, RunEvent event) {
        LOG.info("incident={} event={}", held.id().value(), event.getClass().getSimpleName());
        if (event instanceof RunEvent.TryStarted started) {
            tries.note(held, started);
        }
        if (event instanceof RunEvent.RunbookPicked picked) {
            propose(held, picked.runbook(), picked.by());
        }
        if (event instanceof Act.RunbookChanged changed) {
            propose(held, changed.runbook(), changed.by());
        }
    }

    /** The runbook's owner is shown the rule that would have found it. */
    private void propose(Ledger.Held held, String runbook, Person by) {
        var pick = new Proposal.Pick(held.id(), by.name(), held.now());
        proposals.note(runbook, alerts.of(held.id()).summary().labels(), pick);
    }

    /** An open run has it at hand. */
    private String groupKey(Ledger.Held held) {
        return Optional.ofNullable(held.row().openKey())
                .or(() -> incidents.findById(held.id().value()).map(IncidentRepository.Row::groupKey))
                .orElseThrow(() -> new IllegalArgumentException("there is no incident " + held.id()));
    }

    /** Sets the clock of a run anew that has lost it. Returns whether it has a deadline at all. */
    public boolean armAnew(IncidentId id) {
        return transactions.writeAgainOnConflict(() -> ledger.armAnew(ledger.hold(id)));
    }

    /**
     * Lets the clock strike, if that is still the deadline of the run.
     *
     * @param deadline that the clock was armed for; empty for a clock of an earlier release
     * @return when to strike again: nothing was due yet, or two things were at once; empty when this clock has done its work
     */
    Optional<Instant> strike(IncidentId id, Optional<Instant> deadline) {
        var again = transactions.writeAgainOnConflict(() -> {
            if (deadline.isPresent() && !ledger.hold(id).armed().equals(deadline)) {
                return Optional.<Instant>empty();
            }
            apply(id, new Command.ClockStrikes());
            return ledger.hold(id)
                    .armed()
                    .filter(at -> deadline.isEmpty() || deadline.get().equals(at));
        });
        changed(id);
        return again;
    }
}
