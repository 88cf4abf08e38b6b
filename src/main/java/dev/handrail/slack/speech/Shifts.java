package dev.handrail.slack.speech;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Act.HandoverOffered;
import dev.handrail.run.Act.HandoverOffered.Part;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.story.Headline;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over at once all that somebody has open, and answers for all of it at once. The first incident leads: its message lists the
 * others, and its buttons answer for them.
 */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Shifts {
    private static final Logger LOG = LoggerFactory.getLogger(Shifts.class);

    /** What is listed in one message. */
    private static final int MOST = 20;

    private final Transactions transactions;
    private final RunService runs;
    private final RunReader reader;
    private final Links links;

    Shifts(Transactions transactions, RunService runs, RunReader reader, Links links) {
        this.transactions = transactions;
        this.runs = runs;
        this.reader = reader;
        this.links = links;
    }

    /** @param alongside is done in the same transaction */
    Phrase handOver(Person by, Person to, Runnable alongside) {
        var all = reader.open().stream()
                .filter(view -> view.state().responder().filter(by::is).isPresent())
                .sorted((one, other) -> Long.compare(id(one).value(), id(other).value()))
                .toList();
        var mine = all.stream().limit(MOST).toList();
        if (mine.isEmpty() || by.is(to)) {
            transactions.write(() -> {
                alongside.run();
                return mine.size();
            });
            return mine.isEmpty() ? Phrase.say("talk.shift.nothing") : Phrase.say("talk.shift.yours");
        }
        var asked = offer(by, to, mine, alongside);
        asked.forEach(runs::changed);
        return asked.isEmpty()
                ? Phrase.say("talk.shift.asked", to.name())
                : Phrase.say(
                        "talk.shift",
                        asked.size(),
                        to.name(),
                        mine.stream()
                                .map(this::line)
                                .reduce((one, other) -> Phrase.of("%s · %s", one, other))
                                .orElse(Phrase.NONE),
                        staying(all.size() - mine.size()));
    }

    /** Returns what is said of those that one message has no room for. */
    static Phrase staying(int more) {
        return more == 0 ? Phrase.NONE : Phrase.say("talk.shift.more", more);
    }

    private List<IncidentId> offer(Person by, Person to, List<IncidentView> mine, Runnable alongside) {
        var parts = mine.size() == 1
                ? List.<Part>of()
                : mine.stream().map(this::part).toList();
        return transactions.write(() -> {
            var asked = new ArrayList<IncidentId>();
            for (var view : mine) {
                var leads = asked.isEmpty();
                var offer = new Command.OfferHandover(
                        by,
                        to,
                        "",
                        leads ? parts : List.of(),
                        leads ? Optional.empty() : Optional.of(asked.getFirst()));
                if (runs.apply(id(view), offer) instanceof Handled.Done) {
                    asked.add(id(view));
                }
            }
            alongside.run();
            return asked;
        });
    }

    /** Accepts or declines an offer, and all that it leads. Returns what came of the one that was pressed. */
    public Handled answer(IncidentView pressed, Function<IncidentId, Command> command, Runnable alongside) {
        var done = new ArrayList<IncidentId>();
        var handled = transactions.writeAgainOnConflict(() -> {
            done.clear();
            var first = runs.apply(id(pressed), command.apply(id(pressed)));
            if (first instanceof Handled.Done) {
                done.add(id(pressed));
                led(pressed).stream()
                        .filter(id -> runs.apply(id, command.apply(id)) instanceof Handled.Done)
                        .forEach(done::add);
            }
            alongside.run();
            return first;
        });
        LOG.info("incidents={} handover answered", done);
        done.forEach(runs::changed);
        return handled;
    }

    /** Returns the others of the shift that the last offer led. */
    private static List<IncidentId> led(IncidentView view) {
        return view.timeline().reversed().stream()
                .flatMap(happened -> happened.event() instanceof HandoverOffered offer
                        ? Optional.of(offer).stream()
                        : Optional.<HandoverOffered>empty().stream())
                .findFirst()
                .map(offer -> offer.shift().stream()
                        .map(Part::id)
                        .filter(id -> !id.equals(id(view)))
                        .toList())
                .orElse(List.of());
    }

    private Part part(IncidentView view) {
        return new Part(
                id(view),
                view.incident().title(),
                Headline.of(new Story(view, links)).state().kept());
    }

    private Phrase line(IncidentView view) {
        return Phrase.say("talk.shift.line", id(view), view.incident().title());
    }

    private static IncidentId id(IncidentView view) {
        return view.incident().id();
    }
}
