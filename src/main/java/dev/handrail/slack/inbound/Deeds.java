package dev.handrail.slack.inbound;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Candidate;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.merge.MergeDesk;
import dev.handrail.run.merge.SplitDesk;
import dev.handrail.run.reception.Revisions;
import dev.handrail.run.silence.Muting;
import dev.handrail.slack.gateway.Directory;
import dev.handrail.slack.inbound.Asked.Pressed;
import dev.handrail.slack.press.Chosen;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.speech.Shifts;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Does what takes more than the run itself: it names another person, another runbook, other incidents, or a silence. */
@Singleton
@Requires(bean = Directory.class)
final class Deeds {
    private static final Set<Verb> DONE = EnumSet.of(
            Verb.HAND_OVER,
            Verb.ADD_PERSON,
            Verb.ACCEPT,
            Verb.DECLINE,
            Verb.WRONG_RUNBOOK,
            Verb.MUTE,
            Verb.MERGE,
            Verb.SPLIT);

    private final RunService runs;
    private final Revisions revisions;
    private final Muting muting;
    private final Shifts shifts;
    private final Directory directory;
    private final MergeDesk merges;
    private final SplitDesk splits;

    Deeds(
            RunService runs,
            Revisions revisions,
            Muting muting,
            Shifts shifts,
            Directory directory,
            MergeDesk merges,
            SplitDesk splits) {
        this.merges = merges;
        this.splits = splits;
        this.runs = runs;
        this.revisions = revisions;
        this.muting = muting;
        this.shifts = shifts;
        this.directory = directory;
    }

    static boolean are(Verb verb) {
        return DONE.contains(verb);
    }

    /**
     * Returns what came of it; empty, and nothing is done, where what was chosen is nothing that there is.
     *
     * @param alongside is done in the same transaction
     */
    Optional<Handled> handle(Pressed pressed, IncidentView view, Runnable alongside) {
        var by = pressed.by();
        var why = pressed.sentence().orElse("");
        return switch (pressed.verb()) {
            case ACCEPT -> Optional.of(shifts.answer(view, _ -> new Command.AcceptHandover(by), alongside));
            case DECLINE -> Optional.of(shifts.answer(view, _ -> new Command.DeclineHandover(by), alongside));
            case MUTE ->
                pressed.choice()
                        .flatMap(Deeds::time)
                        .map(time -> muting.mute(view, new Muting.Wish(by, time, why), alongside));
            case HAND_OVER ->
                pressed.choice()
                        .map(directory::person)
                        .map(to -> run(view, new Command.OfferHandover(by, to, why), alongside));
            case ADD_PERSON ->
                pressed.choice()
                        .map(directory::person)
                        .map(who -> run(view, new Command.AddPerson(by, who, why), alongside));
            case MERGE, SPLIT -> regrouped(pressed, view, alongside);
            case WRONG_RUNBOOK ->
                pressed.choice()
                        .map(id -> new Candidate(id, id, id, why))
                        .map(chosen ->
                                new Command.ChangeRunbook(by, chosen.runbook(), revisions.picked(view, chosen), why))
                        .map(command -> run(view, command, alongside));
            case ACKNOWLEDGE, TAKE_OVER, ANSWER, START_TRY, SOMETHING_ELSE, ESCALATE, GO_ON -> Optional.empty();
            case TAKE_PAGE, STILL_ON_IT, RESOLVE, ALL_STEPS, WHOLE_STEP, REPORT -> Optional.empty();
            case SWITCH_REVISION, PICK, NONE_FITS, SKIP, BACK, NOTE, DID, REOPEN, SEVERITY, MORE -> Optional.empty();
        };
    }

    private Optional<Handled> regrouped(Pressed pressed, IncidentView view, Runnable alongside) {
        var id = view.incident().id();
        var why = pressed.sentence().orElse("");
        return pressed.verb() == Verb.MERGE
                ? pressed.choice()
                        .flatMap(Chosen::incident)
                        .map(into -> merges.merge(id, new MergeDesk.Wish(pressed.by(), into, why), alongside))
                : pressed.choice()
                        .map(Chosen::alerts)
                        .map(chosen -> splits.split(id, new SplitDesk.Wish(pressed.by(), chosen, why), alongside));
    }

    /** Returns what is wrong with a form that is still open: told there, its person can mend it and has typed nothing in vain. */
    Optional<Received.BadInput> fault(Pressed form) {
        return Ticket.parse(form.ticket())
                .map(Ticket::incident)
                .flatMap(id -> form.choice()
                        .flatMap(chosen -> refusal(form.verb(), id, chosen)
                                .map(no -> Replies.to(form.by(), new Handled.Refused(no, Optional.empty())))
                                .map(words -> new Received.BadInput(Chosen.field(chosen), words.kept()))));
    }

    private Optional<Refusal> refusal(Verb verb, IncidentId id, String chosen) {
        if (verb == Verb.MERGE) {
            return Chosen.incident(chosen).flatMap(into -> merges.hindrance(id, into));
        }
        return verb == Verb.SPLIT ? splits.hindrance(id, Chosen.alerts(chosen)) : Optional.empty();
    }

    private Handled run(IncidentView view, Command command, Runnable alongside) {
        return runs.handle(view.incident().id(), command, alongside);
    }

    private static Optional<Duration> time(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
