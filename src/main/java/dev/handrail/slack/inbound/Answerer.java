package dev.handrail.slack.inbound;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.platform.Json;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.run.silence.Likeness;
import dev.handrail.slack.Links;
import dev.handrail.slack.command.Answer;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.gateway.Responder;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.home.Homes;
import dev.handrail.slack.inbound.Asked.Pressed;
import dev.handrail.slack.modal.Choices;
import dev.handrail.slack.modal.MoreModal;
import dev.handrail.slack.modal.StepsModal;
import dev.handrail.slack.modal.SwitchModal;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.render.Message;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.SaidAt;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whoever pressed, on threads of its own. Best effort, once: what is lost with the process or with Slack's patience is
 * not made up for, because nothing depends on it.
 */
@Singleton
@Requires(bean = SlackGateway.class)
final class Answerer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answerer.class);

    /** The id of a modal that is open; what lets one be opened looks otherwise. */
    private static final Pattern VIEW = Pattern.compile("V[A-Z0-9]+");

    /** How much of an alert's labels a modal has room for. */
    private static final int LISTED = 500;

    private final SlackGateway slack;
    private final Responder responder;
    private final Links links;
    private final Choices choices;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Answerer(SlackGateway slack, Responder responder, Links links, Choices choices, InstantSource clock) {
        this.clock = clock;
        this.choices = choices;
        this.slack = slack;
        this.responder = responder;
        this.links = links;
    }

    /** Tells somebody something that only they see, where they asked. */
    void whisper(Asked asked, Phrase phrase) {
        answer(asked, Optional.empty(), () -> new Answer(List.of(phrase)));
    }

    /**
     * Answers what somebody wrote: where only they see it.
     *
     * @param reply where to answer, which works in every channel; empty for the channel itself
     */
    void answer(Asked asked, Optional<String> reply, Supplier<Answer> answer) {
        threads.execute(() -> {
            var message = now(() -> message(answer));
            if (reply.isPresent()) {
                responder.whisper(reply.get(), message).ifPresent(why -> note("answer", why));
            } else {
                note("answer", slack.whisper(address(asked), asked.by().id(), message));
            }
        });
    }

    private <T> T now(Supplier<T> words) {
        return SaidAt.on(clock.instant(), words);
    }

    private static Message message(Supplier<Answer> answer) {
        try {
            return answer.get().message();
        } catch (RuntimeException e) {
            LOG.warn("a question cannot be answered; whoever asked is told", e);
            return new Answer(List.of(Replies.FAILED)).message();
        }
    }

    /**
     * What lets a modal be opened.
     *
     * @param place a trigger, or the modal that it takes the place of
     * @param reply where it is answered if Slack does not open it; empty for the channel
     */
    record Opening(Asked asked, String place, Optional<String> reply) {}

    private static SlackGateway.Address address(Asked asked) {
        return new SlackGateway.Address(asked.spot().channel(), asked.spot().thread(), false);
    }

    /** Shows somebody their Home tab. */
    void home(Person person, Homes homes) {
        threads.execute(() -> note("Home tab", slack.publishHome(person.id(), homes.of(person))));
    }

    /** Opens the modal that asks which runbook, where there is one to choose. */
    void open(Opening opening, Supplier<Optional<String>> modal) {
        threads.execute(() -> now(modal)
                .ifPresentOrElse(view -> show(opening, view), () -> tell(opening, Phrase.say("replies.no-runbook"))));
    }

    /** Opens the modal that a button asks for. */
    void open(Opening opening, Pressed pressed, Ticket ticket, Optional<IncidentView> view) {
        var options = view.map(found -> choices.of(pressed.verb(), found)).orElse(List.of());
        view.flatMap(found -> choices.hindrance(pressed.verb(), found, options))
                .ifPresentOrElse(
                        why -> refuse(Optional.of(opening.place()), pressed, why),
                        () -> now(() -> modal(pressed, ticket, view, options))
                                .ifPresentOrElse(
                                        modal -> threads.execute(() -> show(opening, modal)),
                                        () -> whisper(pressed, Replies.TOO_OLD)));
    }

    /** Says no to a press: in the modal that it was made in, which hides what is whispered behind it, else where they asked. */
    void refuse(Optional<String> place, Pressed pressed, Phrase why) {
        place.filter(VIEW.asMatchPredicate())
                .ifPresentOrElse(
                        view -> threads.execute(() -> refuseIn(view, pressed, why)), () -> whisper(pressed, why));
    }

    private void refuseIn(String view, Pressed pressed, Phrase why) {
        if (!(slack.replaceModal(view, now(() -> refusal(why))) instanceof Outcome.Sent)) {
            whisper(pressed, why);
        }
    }

    private static String refusal(Phrase why) {
        return Json.write(SentenceModal.modal(say("forms.refused.title"), List.of(Kit.section(why.shown()))));
    }

    /** Opens the modal that asks whether to go on with a newer revision. */
    void open(Opening opening, Pressed pressed, IncidentView view, Newer.Available newer) {
        var modal = now(() -> SwitchModal.json(view, newer, memory(pressed)));
        threads.execute(() -> show(opening, modal));
    }

    /** A button in a modal is answered in the place of that modal. Whoever sees no modal is told so. */
    private void show(Opening opening, String modal) {
        var place = opening.place();
        var outcome = VIEW.matcher(place).matches() ? slack.replaceModal(place, modal) : slack.openModal(place, modal);
        note("modal", outcome);
        Replies.unopened(outcome).ifPresent(why -> tell(opening, why));
    }

    private void tell(Opening opening, Phrase why) {
        answer(opening.asked(), opening.reply(), () -> new Answer(List.of(why)));
    }

    private static SentenceModal.Memory memory(Pressed pressed) {
        return new SentenceModal.Memory(
                pressed.ticket(),
                pressed.spot().channel(),
                pressed.spot().thread().orElse(""));
    }

    private Optional<String> modal(Pressed pressed, Ticket ticket, Optional<IncidentView> view, List<Kit> options) {
        if (Choices.are(pressed.verb())) {
            return view.map(_ -> SentenceModal.json(pressed.verb(), memory(pressed), options));
        }
        if (pressed.verb() == Verb.MUTE) {
            return view.map(found -> SentenceModal.json(pressed.verb(), memory(pressed), muted(found)));
        }
        if (pressed.verb().asksFirst()) {
            return Optional.of(SentenceModal.json(pressed.verb(), memory(pressed)));
        }
        if (pressed.verb() == Verb.MORE) {
            return view.map(found -> MoreModal.json(found, links, memory(pressed)));
        }
        if (pressed.verb() == Verb.WHOLE_STEP) {
            return view.flatMap(found -> ticket.place().map(at -> StepsModal.one(found, links, at.step())));
        }
        return view.map(found -> StepsModal.all(found, links));
    }

    private static Phrase muted(IncidentView view) {
        return Phrase.say(
                "forms.muted", Harmless.line(Likeness.of(view.alerts().labels()).toString(), LISTED));
    }

    private static void note(String what, Outcome outcome) {
        if (!(outcome instanceof Outcome.Sent)) {
            note(what, outcome.toString());
        }
    }

    private static void note(String what, String why) {
        LOG.warn("Slack did not take {}: {}; it is not sent again, because nothing depends on it", what, why);
    }

    @Override
    @PreDestroy
    public void close() {
        threads.close();
    }
}
