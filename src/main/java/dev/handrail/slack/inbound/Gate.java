package dev.handrail.slack.inbound;

import dev.handrail.slack.actor.Actors;
import dev.handrail.slack.actor.Denials;
import dev.handrail.slack.actor.Standing;
import dev.handrail.slack.command.Subcommands;
import dev.handrail.slack.inbound.Asked.Pressed;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where it is decided whether somebody may do what they ask. Reading is everybody's. */
@Singleton
@Requires(bean = Actors.class)
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Actors actors;
    private final Subcommands subcommands;

    Gate(Actors actors, Subcommands subcommands) {
        this.actors = actors;
        this.subcommands = subcommands;
    }

    /** Says whether it is clear by now what whoever asks is. {@code then} is called once it is. */
    boolean isSettled(Asked asked, Runnable then) {
        return !changes(asked) || standing(asked, then).isPresent();
    }

    /** Returns why they may not; empty where they may. It waits for nobody: what was known last counts where Slack is asked again. */
    Optional<Phrase> denial(Asked asked) {
        if (!changes(asked)) {
            return Optional.empty();
        }
        var standing = standing(asked, () -> {}).orElseGet(() -> actors.lastKnown(asked.by()));
        return switch (standing) {
            case MAY -> Optional.empty();
            case UNCLEAR -> unclear(asked);
            case GUEST, ELSEWHERE, BOT, DEACTIVATED, UNKNOWN, NO_RESPONDER -> Optional.of(Denials.of(standing));
        };
    }

    private Optional<Standing> standing(Asked asked, Runnable then) {
        var elsewhere = isElsewhere(asked);
        return elsewhere && reachesFurther(asked)
                ? Optional.of(Standing.ELSEWHERE)
                : actors.standing(asked.by(), elsewhere, then);
    }

    /**
     * Whoever presses is in the channel, and an incident must not wait for Slack to know who they are. Where only some may act, and
     * for what holds outside one incident, it waits.
     */
    private Optional<Phrase> unclear(Asked asked) {
        if (actors.isClosed() || reachesFurther(asked)) {
            return Optional.of(Denials.of(Standing.UNCLEAR));
        }
        LOG.warn(
                "{} acts in an incident, and Slack does not say what they are",
                asked.by().id());
        return Optional.empty();
    }

    private boolean changes(Asked asked) {
        return switch (asked) {
            case Pressed pressed -> !pressed.verb().onlyShows();
            case Asked.Mentioned mentioned ->
                mentioned.text().filter(subcommands::changes).isPresent();
            case Asked.Wrote _, Asked.Shortcut _, Asked.Starts _ -> true;
            case Asked.OpenedHome _ -> false;
        };
    }

    private static boolean reachesFurther(Asked asked) {
        return switch (asked) {
            case Pressed pressed -> pressed.reachesFurther();
            case Asked.Mentioned _, Asked.Shortcut _, Asked.Starts _ -> true;
            case Asked.Wrote _, Asked.OpenedHome _ -> false;
        };
    }

    private static boolean isElsewhere(Asked asked) {
        return switch (asked) {
            case Pressed pressed -> pressed.elsewhere();
            case Asked.Mentioned mentioned -> mentioned.elsewhere();
            case Asked.Wrote _, Asked.Shortcut _, Asked.Starts _, Asked.OpenedHome _ -> false;
        };
    }
}
