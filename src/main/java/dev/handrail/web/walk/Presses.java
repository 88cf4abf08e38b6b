package dev.handrail.web.walk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.slack.press.Press;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Does what a form of the page asks for, as a press in Slack is done: what is overtaken changes nothing and is answered. */
@Singleton
final class Presses {
    static final String VERB = "verb";
    static final String TICKET = "ticket";
    static final String SHOWN = "shown";
    static final String SENTENCE = "sentence";
    static final String CHOICE = "choice";

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final RunService runs;
    private final RunReader reader;

    Presses(RunService runs, RunReader reader) {
        this.runs = runs;
        this.reader = reader;
    }

    /** A command, and the place on the timeline of the last event on the page that it was given on. */
    private record Shown(Command command, long position) {}

    private static final class RepeatedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Returns why nothing was changed; empty where it was recorded. */
    Optional<Said> take(IncidentView view, Person by, Map<String, String> fields) {
        var sentence = fields.getOrDefault(SENTENCE, "").replace("\r\n", "\n").strip();
        var why = view.kind() == IncidentView.Kind.SHADOW
                ? Optional.of(Refusals.WATCHED)
                : press(view, by, fields, sentence)
                        .map(press -> problem(press, sentence).or(() -> handle(view, press, shown(fields))))
                        .orElseGet(() -> Optional.of(Refusals.NOT_OFFERED));
        return why.map(refused -> new Said(refused, sentence));
    }

    private static Optional<Press> press(IncidentView view, Person by, Map<String, String> fields, String sentence) {
        var verb = Verb.of(fields.getOrDefault(VERB, "")).filter(Offer.VERBS::contains);
        var ticket = Ticket.parse(fields.getOrDefault(TICKET, ""))
                .filter(read -> read.incident().equals(view.incident().id()));
        var choice = Optional.of(fields.getOrDefault(CHOICE, "")).filter(chosen -> !chosen.isEmpty());
        return verb.flatMap(pressed -> ticket.map(
                at -> new Press(pressed, at, by, Optional.of(sentence).filter(said -> !said.isEmpty()), choice)));
    }

    private static Optional<String> problem(Press press, String sentence) {
        if (press.verb().asksFirst() && sentence.isEmpty()) {
            return Optional.of(
                    "A sentence is missing: say it in your words, and press once more. Nothing was changed.");
        }
        return sentence.length() > SentenceModal.LONGEST
                ? Optional.of(
                        "That is %d characters, and %d go in. Shorten it, and press once more. Nothing was changed."
                                .formatted(sentence.length(), SentenceModal.LONGEST))
                : Optional.empty();
    }

    private static long shown(Map<String, String> fields) {
        var text = fields.getOrDefault(SHOWN, "");
        return POSITION.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    private Optional<String> handle(IncidentView view, Press press, long shown) {
        return press.command(Optional.of(view))
                .map(command -> handle(view.incident().id(), press.by(), new Shown(command, shown)))
                .orElseGet(() -> Optional.of(Refusals.NOT_OFFERED));
    }

    private Optional<String> handle(IncidentId id, Person by, Shown shown) {
        try {
            return switch (runs.handle(id, shown.command(), () -> refuseRepeat(id, shown))) {
                case Handled.Done _ -> Optional.empty();
                case Handled.Refused refused -> Optional.of(Refusals.of(by, refused));
            };
        } catch (RepeatedException _) {
            return Optional.of(Refusals.REPEATED);
        }
    }

    /** In the transaction that records it: of two presses at once, one is recorded. */
    private void refuseRepeat(IncidentId id, Shown shown) {
        if (Repeats.repeats(shown.command(), shown.position(), reader.timeline(id))) {
            throw new RepeatedException();
        }
    }
}
