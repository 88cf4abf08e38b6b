package dev.handrail.slack.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.handrail.incident.Person;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.shortcut.Origin;
import dev.handrail.slack.shortcut.Shortcuts.Choice;
import java.util.Optional;

/** What somebody asks of Handrail, as it is kept until it is done. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "asked")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Asked.Pressed.class, name = "pressed"),
    @JsonSubTypes.Type(value = Asked.Mentioned.class, name = "mentioned"),
    @JsonSubTypes.Type(value = Asked.Wrote.class, name = "wrote"),
    @JsonSubTypes.Type(value = Asked.OpenedHome.class, name = "opened_home"),
    @JsonSubTypes.Type(value = Asked.Shortcut.class, name = "shortcut"),
    @JsonSubTypes.Type(value = Asked.Starts.class, name = "starts")
})
sealed interface Asked {
    /** What "elsewhere" is called in rows that another release may have written, or may read while two run side by side. */
    String KEPT_AS = "guest";

    Person by();

    Spot spot();

    /**
     * Where it was asked, and is answered.
     *
     * @param thread the thread that it was asked in: who looks at the channel sees no answer in a thread, nor the other way round
     */
    record Spot(String channel, Optional<String> thread) {}

    /**
     * A button was pressed, or a modal submitted.
     *
     * @param ticket the button's value
     * @param sentence what was typed into the modal
     * @param choice what was chosen in the modal besides, where it offers a choice
     * @param elsewhere whether they are of another workspace, and here because the channel is shared with it
     */
    record Pressed(
            Verb verb,
            String ticket,
            Person by,
            Spot spot,
            Optional<String> sentence,
            Optional<String> choice,
            @JsonProperty(KEPT_AS) boolean elsewhere)
            implements Asked {
        Pressed(Verb verb, String ticket, Person by, Spot spot, Optional<String> sentence) {
            this(verb, ticket, by, spot, sentence, Optional.empty(), false);
        }

        Pressed saying(Optional<String> words, Optional<String> chosen) {
            return new Pressed(verb, ticket, by, spot, words, chosen, elsewhere);
        }

        Pressed from(boolean another) {
            return new Pressed(verb, ticket, by, spot, sentence, choice, another);
        }

        /** Says whether it would hold outside its incident. */
        boolean reachesFurther() {
            return verb == Verb.MUTE || verb == Verb.MERGE || verb == Verb.SPLIT;
        }
    }

    /** Somebody wrote a reply in an incident's thread. */
    record Wrote(Person by, Spot spot, String text) implements Asked {}

    /** Somebody looks at the Home tab. */
    record OpenedHome(Person by, Spot spot) implements Asked {}

    /** Somebody wants to start a runbook from a message, and is to be asked which. */
    record Shortcut(Person by, Spot spot, Origin origin) implements Asked {}

    /** Somebody chose the runbook to start. */
    record Starts(Person by, Spot spot, Origin origin, Choice choice) implements Asked {}

    /**
     * Somebody wrote to Handrail.
     *
     * @param text as Slack sends it; empty in what was asked of a Handrail that did not read it
     * @param elsewhere whether they are of another workspace, and here because the channel is shared with it
     */
    record Mentioned(
            Person by,
            Spot spot,
            Optional<String> text,
            @JsonProperty(KEPT_AS) boolean elsewhere) implements Asked {
        /** By a command, which Slack keeps from people of other workspaces. */
        Mentioned(Person by, Spot spot, Optional<String> text) {
            this(by, spot, text, false);
        }

        Mentioned(Person by, Spot spot) {
            this(by, spot, Optional.empty());
        }
    }
}
