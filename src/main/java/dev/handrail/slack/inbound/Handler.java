package dev.handrail.slack.inbound;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.reception.Revisions;
import dev.handrail.slack.command.Answer;
import dev.handrail.slack.command.Subcommands;
import dev.handrail.slack.gateway.Directory;
import dev.handrail.slack.home.Homes;
import dev.handrail.slack.inbound.Asked.Pressed;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.shortcut.Shortcuts;
import dev.handrail.slack.speech.Speaker;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing that was asked, and marks it as done in the same transaction. */
@Singleton
@Requires(bean = Answerer.class)
final class Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

    private final Gate gate;
    private final Inbox inbox;
    private final RunService runs;
    private final RunReader reader;
    private final Revisions revisions;
    private final Answerer answerer;
    private final Subcommands subcommands;
    private final Deeds deeds;
    private final Directory directory;
    private final Shortcuts shortcuts;
    private final Homes homes;

    Handler(
            Gate gate,
            Inbox inbox,
            RunService runs,
            RunReader reader,
            Revisions revisions,
            Answerer answerer,
            Subcommands subcommands,
            Deeds deeds,
            Directory directory,
            Shortcuts shortcuts,
            Homes homes) {
        this.gate = gate;
        this.homes = homes;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
        this.directory = directory;
        this.inbox = inbox;
        this.runs = runs;
        this.reader = reader;
        this.revisions = revisions;
        this.answerer = answerer;
        this.subcommands = subcommands;
    }

    void handle(Inbox.Item item) {
        var denial = gate.denial(item.asked());
        if (denial.isPresent()) {
            deny(item, denial.get());
            return;
        }
        switch (item.asked()) {
            case Asked.Mentioned mentioned -> said(item, mentioned);
            case Asked.Wrote wrote -> note(item, wrote);
            case Asked.OpenedHome opened -> home(item, opened);
            case Asked.Shortcut shortcut -> asks(item, shortcut);
            case Asked.Starts starts -> starts(item, starts);
            case Pressed pressed -> {
                var ticket = Ticket.parse(pressed.ticket())
                        .orElseThrow(() -> new IllegalArgumentException("no ticket: " + pressed.ticket()));
                handle(item, pressed, ticket);
            }
        }
    }

    /** Nothing of it is recorded. Who wrote into a thread is not answered: they asked nothing. */
    private void deny(Inbox.Item item, Phrase why) {
        var place = inbox.trigger(item);
        var reply = inbox.reply(item);
        inbox.done(item);
        if (!inbox.isFresh(item) || item.asked() instanceof Asked.Wrote) {
            return;
        }
        if (item.asked() instanceof Pressed pressed) {
            answerer.refuse(place, pressed, why);
        } else {
            answerer.answer(item.asked(), reply, () -> new Answer(List.of(why)));
        }
    }

    private void said(Inbox.Item item, Asked.Mentioned mentioned) {
        var reply = inbox.reply(item);
        var words = new Speaker.Words(mentioned.by(), mentioned.text().orElse(""), mentioned.elsewhere());
        var answer = subcommands.take(words, () -> inbox.done(item));
        if (inbox.isFresh(item)) {
            answerer.answer(mentioned, reply, answer);
        }
    }

    /** What a crash left behind is not made up for: the next look asks again. */
    private void home(Inbox.Item item, Asked.OpenedHome opened) {
        inbox.done(item);
        if (inbox.isFresh(item)) {
            answerer.home(opened.by(), homes);
        }
    }

    private void asks(Inbox.Item item, Asked.Shortcut shortcut) {
        inbox.done(item);
        open(item, opening -> answerer.open(opening, () -> shortcuts.question(shortcut.origin())));
    }

    private void starts(Inbox.Item item, Asked.Starts starts) {
        var answer = shortcuts.start(starts.by(), starts.origin(), starts.choice(), () -> inbox.done(item));
        if (inbox.isFresh(item)) {
            answerer.answer(starts, Optional.empty(), () -> answer);
        }
    }

    /** It stands in the thread already: nobody is answered. */
    private void note(Inbox.Item item, Asked.Wrote wrote) {
        var incident = inbox.incident(wrote);
        if (incident.isEmpty()) {
            inbox.done(item);
            return;
        }
        var by = directory.person(wrote.by().id());
        runs.handle(incident.get(), new Command.AddNote(by, wrote.text(), true), () -> inbox.done(item));
    }

    private void handle(Inbox.Item item, Pressed pressed, Ticket ticket) {
        var view = reader.find(ticket.incident());
        var needsModal = pressed.verb().onlyShows()
                || (pressed.verb().asksFirst() && pressed.sentence().isEmpty());
        if (needsModal) {
            inbox.done(item);
            open(item, opening -> answerer.open(opening, pressed, ticket, view));
            return;
        }
        if (pressed.verb() == Verb.SWITCH_REVISION) {
            view.ifPresentOrElse(found -> switches(item, pressed, ticket, found), () -> tooOld(item, view));
            return;
        }
        if (pressed.verb() == Verb.PICK) {
            view.ifPresentOrElse(found -> picks(item, pressed, ticket, found), () -> tooOld(item, view));
            return;
        }
        if (Deeds.are(pressed.verb())) {
            view.ifPresentOrElse(found -> does(item, pressed, found), () -> tooOld(item, view));
            return;
        }
        Commands.of(pressed, ticket, view)
                .ifPresentOrElse(command -> run(item, pressed, ticket.incident(), command), () -> tooOld(item, view));
    }

    private void does(Inbox.Item item, Pressed pressed, IncidentView view) {
        var handled = deeds.handle(pressed, view, () -> inbox.done(item));
        if (handled.isEmpty()) {
            tooOld(item, Optional.of(view));
        } else if (handled.get() instanceof Handled.Refused refused) {
            whisper(item, pressed, Replies.to(pressed.by(), refused));
        }
    }

    private void switches(Inbox.Item item, Pressed pressed, Ticket ticket, IncidentView view) {
        var newer = revisions.newer(view);
        var command = Commands.switching(pressed, ticket, newer);
        if (command.isEmpty()) {
            tooOld(item, Optional.of(view));
        } else if (pressed.choice().isPresent()) {
            run(item, pressed, ticket.incident(), command.get());
        } else {
            offerSwitch(item, pressed, view, command.get());
        }
    }

    private void picks(Inbox.Item item, Pressed pressed, Ticket ticket, IncidentView view) {
        Commands.candidate(ticket, view)
                .map(picked -> new Command.PickRunbook(pressed.by(), picked, revisions.picked(view, picked)))
                .ifPresentOrElse(
                        command -> run(item, pressed, ticket.incident(), command),
                        () -> tooOld(item, Optional.of(view)));
    }

    /** What would be refused is refused before anybody reads a list of changes. */
    private void offerSwitch(Inbox.Item item, Pressed pressed, IncidentView view, Command.SwitchRevision command) {
        inbox.done(item);
        var now = view.timeline().getLast().at();
        if (RunMachine.decide(view.plan(), view.state(), command, now) instanceof Decision.Refused refused) {
            whisper(item, pressed, Replies.to(pressed.by(), new Handled.Refused(refused.refusal(), Optional.empty())));
        } else if (command.newer() instanceof Newer.Available newer) {
            open(item, opening -> answerer.open(opening, pressed, view, newer));
        }
    }

    private void run(Inbox.Item item, Pressed pressed, IncidentId id, Command command) {
        switch (runs.handle(id, command, () -> inbox.done(item))) {
            case Handled.Refused refused -> whisper(item, pressed, Replies.to(pressed.by(), refused));
            case Handled.Done _ -> Replies.confirmation(command).ifPresent(said -> whisper(item, pressed, said));
        }
    }

    private void tooOld(Inbox.Item item, Optional<IncidentView> view) {
        LOG.warn(
                "inbox={} incident={} asks for what {}; nothing is changed, and its presser is told",
                item.id(),
                item.incident(),
                view.isPresent() ? "the run does not have" : "is not there");
        inbox.done(item);
        whisper(item, item.asked(), Replies.TOO_OLD);
    }

    /** Whoever presses and sees nothing presses again and again: where it is too late for a modal, they are told so. */
    private void open(Inbox.Item item, Consumer<Answerer.Opening> modal) {
        inbox.trigger(item)
                .map(place -> new Answerer.Opening(item.asked(), place, inbox.reply(item)))
                .ifPresentOrElse(modal, () -> whisper(item, item.asked(), Replies.TOO_LATE));
    }

    private void whisper(Inbox.Item item, Asked asked, Phrase phrase) {
        if (inbox.isFresh(item)) {
            answerer.answer(asked, inbox.reply(item), () -> new Answer(List.of(phrase)));
        }
    }

    /** Gives up on what fails again and again. */
    void giveUp(Inbox.Item item, RuntimeException cause) {
        inbox.giveUp(item, String.valueOf(cause));
        whisper(item, item.asked(), Replies.FAILED);
    }
}
