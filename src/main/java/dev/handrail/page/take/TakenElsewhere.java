package dev.handrail.page.take;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.book.PageBook;
import dev.handrail.page.take.ServiceKeys.Told;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a page that somebody acknowledged in the service that it was sent to, by the same rules as a press in Slack. */
@Singleton
public final class TakenElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(TakenElsewhere.class);

    /** How far a service's clock and ours may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final ServiceKeys keys;
    private final PageBook book;
    private final Takers takers;
    private final RunReader reader;
    private final RunService runs;
    private final Transactions transactions;

    TakenElsewhere(
            ServiceKeys keys,
            PageBook book,
            Takers takers,
            RunReader reader,
            RunService runs,
            Transactions transactions) {
        this.keys = keys;
        this.book = book;
        this.transactions = transactions;
        this.takers = takers;
        this.reader = reader;
        this.runs = runs;
    }

    /**
     * An acknowledgement, as the service says it.
     *
     * @param key what we told the service of
     * @param by the service's word for whoever did it, unique in all services
     * @param email empty where the service does not say
     * @param at when they did it, by the service's clock; empty where it does not say
     */
    public record Acknowledgement(String key, String by, String name, Optional<String> email, Optional<Instant> at) {}

    /** Says whether it is of an incident of ours. */
    public boolean concerns(Acknowledgement word) {
        return keys.told(word.key()).map(Told::incident).flatMap(reader::find).isPresent();
    }

    /** Returns what came of it, for people; empty where it is of no incident of ours. */
    public Optional<String> take(Acknowledgement word) {
        return keys.told(word.key())
                .flatMap(told -> reader.find(told.incident()).map(view -> take(view, told, word)));
    }

    private String take(IncidentView view, Told told, Acknowledgement word) {
        var id = view.incident().id();
        var by = takers.of(word.by(), word.name(), word.email());
        if (isOfEarlierPage(view, told, word)) {
            return "incident %d: %s".formatted(id.value(), tooLate(view.state(), by.name()));
        }
        var said = said(id, by.name(), runs.handle(id, new Command.TakePage(by), () -> {}));
        LOG.info("{}", said);
        return said;
    }

    /**
     * Services send again what was not answered: what comes late must not take a page that was sent after it. The key says which
     * page it is of; where the key is equal because nobody had taken the earlier page, the time says it, as well as clocks agree.
     */
    private boolean isOfEarlierPage(IncidentView view, Told told, Acknowledgement word) {
        return !transactions.read(() -> book.isCurrent(told.incident(), told.takings())) || isLongBefore(view, word);
    }

    private static boolean isLongBefore(IncidentView view, Acknowledgement word) {
        var escalated = view.timeline().reversed().stream()
                .filter(happened -> happened.event() instanceof RunEvent.Escalated)
                .map(Happened::at)
                .findFirst();
        return escalated
                .map(since -> since.minus(CLOCKS_APART))
                .filter(since -> word.at().filter(since::isAfter).isPresent())
                .isPresent();
    }

    private static String tooLate(RunState state, String name) {
        if (state.paging().isPresent()) {
            return "what %s acknowledged was over before it was escalated again; nothing changed".formatted(name);
        }
        return state.responder()
                .filter(_ -> state.isOpen())
                .map(person -> person.name() + " has it already; nothing changed")
                .orElse("there is nothing to take any more; nothing changed");
    }

    private static String said(IncidentId id, String name, Handled handled) {
        var what = switch (handled) {
            case Handled.Done _ -> name + " has it now";
            case Handled.Refused refused
            when refused.refusal() instanceof Refusal.TakenBy taken ->
                taken.person().name() + " has it already; nothing changed";
            case Handled.Refused _ -> "there is nothing to take any more; nothing changed";
        };
        return "incident %d: %s".formatted(id.value(), what);
    }
}
