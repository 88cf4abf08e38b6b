package dev.handrail.web.walk;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.fact.Fix;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.words.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A button of the page, and what is asked before it is done.
 *
 * @param verb what it asks for, as the form sends it back
 * @param isPrimary whether it is what is waited for
 * @param ask empty for what is done at once
 */
public record OfferShown(String verb, String label, String ticket, boolean isPrimary, Optional<Ask> ask) {
    /** How much fits into a sentence. */
    public static final int LONGEST = SentenceModal.LONGEST;

    /**
     * What is asked first.
     *
     * @param question above the sentence; empty where only a confirmation is asked for
     * @param hint what comes of it
     * @param choices what fixed it, where that is asked
     */
    public record Ask(String question, String hint, String submit, List<Choice> choices) {
        public Ask {
            choices = List.copyOf(choices);
        }
    }

    static OfferShown of(Offer offer) {
        return new OfferShown(
                offer.verb().id(),
                offer.isConfirmed() ? offer.label() + "…" : offer.label(),
                offer.ticket().encoded(),
                offer.group() == Offer.Group.NOW && !offer.verb().asksFirst(),
                ask(offer));
    }

    private static Optional<Ask> ask(Offer offer) {
        if (offer.isConfirmed()) {
            return Optional.of(new Ask(
                    "",
                    "It changes a system, and is on record as yours from the moment you press. One try runs at a time.",
                    offer.label(),
                    List.of()));
        }
        return switch (offer.verb()) {
            case SOMETHING_ELSE ->
                asked(
                        say("forms.something-else"),
                        say("forms.something-else.hint"),
                        say("forms.something-else.submit"));
            case ESCALATE -> asked(say("forms.escalate"), say("forms.escalate.hint"), say("forms.escalate.submit"));
            case NOTE -> asked(say("forms.note"), say("forms.note.hint"), say("forms.note.submit"));
            case RESOLVE ->
                Optional.of(
                        new Ask(say("forms.resolve"), say("forms.resolve.hint"), say("forms.resolve.submit"), fixes()));
            case Verb _ -> Optional.empty();
        };
    }

    private static Optional<Ask> asked(String question, String hint, String submit) {
        return Optional.of(new Ask(question, hint, submit, List.of()));
    }

    private static List<Choice> fixes() {
        return Arrays.stream(Fix.values())
                .map(fix -> new Choice(fix.name(), Names.capital(Names.of(fix))))
                .toList();
    }
}
