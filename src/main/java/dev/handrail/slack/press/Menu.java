package dev.handrail.slack.press;

import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The menu of what is seldom needed: one small button beside those that are. Slack gives every choice of a menu the menu's own
 * name, so each carries its verb in its value, before the ticket.
 */
public final class Menu {
    private static final String ID = "menu";

    private final Ticket ticket;
    private final List<Kit> options = new ArrayList<>();

    public Menu(Ticket ticket) {
        this.ticket = ticket;
    }

    /** Adds a choice, unless the step's name is too long for Slack to carry it. */
    public Menu offer(String label, Verb verb) {
        var value = verb.id() + " " + ticket.encoded();
        if (value.length() <= SlackLimits.OPTION_VALUE && options.size() < SlackLimits.OVERFLOW_OPTIONS) {
            options.add(Kit.plainOption(label, value));
        }
        return this;
    }

    public Menu offer(boolean wanted, String label, Verb verb) {
        return wanted ? offer(label, verb) : this;
    }

    /** Returns the menu; empty where it would have nothing in it. */
    public Optional<Kit> kit() {
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(Kit.of("overflow").with("action_id", ID).with("options", List.copyOf(options)));
    }

    /**
     * What was chosen from a menu.
     *
     * @param ticket a {@link Ticket}, encoded
     */
    public record Choice(Verb verb, String ticket) {}

    /** Reads the value of a choice; empty for what is no menu's, or none of ours. */
    public static Optional<Choice> read(String action, String value) {
        var space = value.indexOf(' ');
        return action.equals(ID) && space > 0
                ? Verb.of(value.substring(0, space)).map(verb -> new Choice(verb, value.substring(space + 1)))
                : Optional.empty();
    }
}
