package dev.handrail.slack.offer;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.match.Match;
import dev.handrail.run.Candidate;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a card that offers runbooks: each with what speaks for it, and a button. Gone once one is picked. */
public final class OfferedRunbooks {
    private static final int TITLE = 80;

    /** How much is shown of what speaks for a runbook. */
    public static final int WHY = 200;

    private final IncidentView view;
    private final List<Candidate> offered;

    public OfferedRunbooks(IncidentView view) {
        this.view = view;
        this.offered = view.plan().book().isEmpty() && view.state().isOpen()
                ? view.plan().candidates()
                : List.of();
    }

    public boolean isEmpty() {
        return offered.isEmpty();
    }

    /** Returns why no runbook is certain, without what is offered: that stands below, with its buttons. */
    public String whyNone() {
        return whyNone(view.incident().why());
    }

    /** @param why no runbook is certain, with what else is offered */
    public static String whyNone(String why) {
        var perhaps = why.indexOf(Match.Suggested.PERHAPS);
        return perhaps < 0 ? why : why.substring(0, perhaps);
    }

    /** Returns the blocks; none while nothing is offered. */
    public List<Kit> blocks() {
        if (offered.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Mrkdwn>();
        lines.add(question());
        for (var at = 0; at < offered.size(); at++) {
            lines.add(line(at + 1, offered.get(at)));
        }
        return List.of(Kit.section(Mrkdwn.join("\n", lines)), Kit.actions(buttons()));
    }

    private Mrkdwn question() {
        return declined()
                .map(event -> Mrkdwn.format(
                        "🔍 %s",
                        Phrase.say("card.offer.declined", event.by().name()).shown()))
                .orElseGet(() -> Mrkdwn.say("card.offer"));
    }

    private static Mrkdwn line(int number, Candidate candidate) {
        return Mrkdwn.format(
                "*%s.* %s (%s)\n%s",
                number, Harmless.line(candidate.title(), TITLE), candidate.path(), Harmless.line(candidate.why(), WHY));
    }

    private List<Kit> buttons() {
        var ticket = Ticket.of(view.incident().id());
        var buttons = new ArrayList<Kit>();
        for (var at = 0; at < offered.size(); at++) {
            buttons.add(Buttons.pick(ticket, offered.get(at).title(), at));
        }
        if (declined().isEmpty()) {
            buttons.add(Buttons.noneFits(ticket));
        }
        return buttons;
    }

    private Optional<RunEvent.CandidatesDeclined> declined() {
        return view.timeline().reversed().stream()
                .map(Happened::event)
                .filter(RunEvent.CandidatesDeclined.class::isInstance)
                .map(RunEvent.CandidatesDeclined.class::cast)
                .findFirst();
    }

    /** Returns the offer as a sentence; none while nothing is offered. */
    public Phrase spoken() {
        return offered.isEmpty()
                ? Phrase.NONE
                : Phrase.say(
                        "card.offer.spoken",
                        offered.stream()
                                .map(Candidate::title)
                                .reduce((one, other) -> say("card.offer.or", one, other))
                                .orElse(""));
    }
}
