package dev.handrail.web.walk;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.runbook.Step;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that may be done at this moment: what Slack's card and its living step offer, without their menus.
 *
 * @param label what its button says, as in Slack
 */
record Offer(Verb verb, String label, Ticket ticket, Group group) {
    /** Everything that can be done on the page at all. */
    static final Set<Verb> VERBS = EnumSet.of(
            Verb.ACKNOWLEDGE,
            Verb.TAKE_PAGE,
            Verb.TAKE_OVER,
            Verb.STILL_ON_IT,
            Verb.RESOLVE,
            Verb.START_TRY,
            Verb.ANSWER,
            Verb.GO_ON,
            Verb.SOMETHING_ELSE,
            Verb.ESCALATE,
            Verb.NOTE);

    /** Where on the page it stands. */
    enum Group {
        /** With where the incident stands: it is waited for. */
        NOW,
        /** With the step. */
        STEP,
        /** Below, for when it is needed. */
        BESIDES
    }

    /** Returns whether it changes a system, and so is asked for twice. */
    boolean isConfirmed() {
        return verb == Verb.START_TRY;
    }

    /** Returns what may be done; nothing with an incident that is only watched. */
    static List<Offer> of(IncidentView view, Person viewer) {
        if (view.kind() == IncidentView.Kind.SHADOW) {
            return List.of();
        }
        var offers = new ArrayList<Offer>();
        var all = Ticket.of(view.incident().id());
        switch (view.state().position()) {
            case Position.Offered _ -> offers.add(now(Verb.ACKNOWLEDGE, say("buttons.acknowledge"), all));
            case Position.Escalated _ -> offers.add(now(Verb.TAKE_PAGE, say("buttons.take-page"), all));
            case Position.OnStep step -> {
                walking(offers, view, viewer, all);
                onStep(offers, view, step);
            }
            case Position.Waiting wait -> {
                walking(offers, view, viewer, all);
                waiting(offers, view, wait);
            }
            case Position.HandedOff _ -> {
                walking(offers, view, viewer, all);
                offers.add(now(Verb.RESOLVE, say("buttons.resolve"), all));
            }
            case Position.Finished _ -> {}
        }
        if (view.state().isOpen() && view.state().paging().isEmpty()) {
            offers.add(new Offer(Verb.ESCALATE, say("buttons.escalate") + "…", all, Group.BESIDES));
        }
        offers.add(new Offer(Verb.NOTE, say("buttons.menu.note"), all, Group.BESIDES));
        return List.copyOf(offers);
    }

    /** What depends on who looks: only the responder is asked whether they are still on it. */
    private static void walking(List<Offer> offers, IncidentView view, Person viewer, Ticket all) {
        var state = view.state();
        var isTheirs = state.responder().filter(viewer::is).isPresent();
        if (state.paging().isPresent()) {
            offers.add(now(Verb.TAKE_PAGE, say("buttons.take-page"), all));
        }
        if (isTheirs && state.silence().reminded() && !(state.position() instanceof Position.Waiting)) {
            offers.add(now(Verb.STILL_ON_IT, say("buttons.still-on-it"), all));
        }
        if (!isTheirs) {
            offers.add(new Offer(Verb.TAKE_OVER, say("buttons.take-over"), all, Group.BESIDES));
        }
    }

    private static void onStep(List<Offer> offers, IncidentView view, Position.OnStep now) {
        var step = view.plan().step(now.step());
        var ticket = Ticket.of(view.incident().id(), step.id(), now.attempt());
        step.retry()
                .filter(_ -> now.openTry().isEmpty() && now.notBefore().isEmpty())
                .ifPresent(retry -> offers.add(atStep(
                        Verb.START_TRY,
                        say("buttons.start-try", view.state().triesOf(step.id()) + 1, retry.limit()),
                        ticket)));
        outcomes(offers, step, now, ticket);
        offers.add(atStep(Verb.SOMETHING_ELSE, say("buttons.something-else"), ticket));
    }

    private static void outcomes(List<Offer> offers, Step step, Position.OnStep now, Ticket ticket) {
        for (var i = 0; i < step.outcomes().size(); i++) {
            var label = step.outcomes().get(i).label();
            if (now.offers(step, label)) {
                offers.add(atStep(Verb.ANSWER, label, ticket.withOutcome(i)));
            }
        }
    }

    private static void waiting(List<Offer> offers, IncidentView view, Position.Waiting now) {
        var ticket = Ticket.of(view.incident().id(), now.step(), now.attempt());
        offers.add(atStep(Verb.GO_ON, say("buttons.go-on"), ticket));
        offers.add(atStep(Verb.SOMETHING_ELSE, say("buttons.something-else"), ticket));
    }

    private static Offer now(Verb verb, String label, Ticket ticket) {
        return new Offer(verb, label, ticket, Group.NOW);
    }

    private static Offer atStep(Verb verb, String label, Ticket ticket) {
        return new Offer(verb, label, ticket, Group.STEP);
    }
}
