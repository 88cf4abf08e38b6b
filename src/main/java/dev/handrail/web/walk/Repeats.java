package dev.handrail.web.walk;

import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import java.util.List;

/**
 * Tells the second press of one form from the first, for what is at no step and so is not overtaken by itself: it says again what
 * the same person said since the page was shown.
 */
final class Repeats {
    private Repeats() {}

    /**
     * Says whether a command has been recorded before.
     *
     * @param shown the place on the timeline of the last event on the page that it was given on
     * @param timeline with the command itself on it
     */
    static boolean repeats(Command command, long shown, List<Happened> timeline) {
        return timeline.stream()
                        .filter(happened -> happened.position() > shown && says(command, happened.event()))
                        .count()
                > 1;
    }

    private static boolean says(Command command, RunEvent event) {
        return switch (event) {
            case Act.NoteAdded note
            when command instanceof Command.AddNote asked ->
                asked.by().is(note.by()) && asked.text().equals(note.text());
            case RunEvent.StillOnIt still
            when command instanceof Command.StillOnIt asked -> asked.by().is(still.by());
            case RunEvent.Escalated escalated
            when command instanceof Command.Escalate asked ->
                escalated.by().filter(asked.by()::is).isPresent()
                        && asked.sentence().equals(escalated.reason());
            case RunEvent _ -> false;
        };
    }
}
