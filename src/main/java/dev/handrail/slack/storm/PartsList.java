package dev.handrail.slack.storm;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.Position;
import dev.handrail.run.RunState;
import dev.handrail.slack.Links;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** The incidents that a storm gathers, on its card: each with its runbook, where it stands, and a button to walk it. */
public final class PartsList {
    private static final int SHOWN = 10;
    private static final int TITLE = 150;

    private PartsList() {}

    /** @param page where all of them are listed */
    public static List<Kit> of(StormView storm, Links links, Mrkdwn page) {
        var blocks = new ArrayList<Kit>();
        blocks.add(Kit.section(Mrkdwn.format("🌪 *%s*", storm.words())));
        storm.first().stream().limit(SHOWN).forEach(part -> blocks.add(line(part, links)));
        var more = storm.counts().incidents() - Math.min(SHOWN, storm.first().size());
        if (more > 0) {
            blocks.add(Kit.context(Mrkdwn.say("card.parts.more", more, page)));
        }
        return blocks;
    }

    private static Kit line(StormView.Part part, Links links) {
        var name = Mrkdwn.link(links.incident(part.id()), part.id().toString());
        var title = Mrkdwn.text(part.title(), TITLE);
        var stands = Mrkdwn.text(part.words());
        var line = Kit.section(
                part.isKnown()
                        ? Mrkdwn.format("%s *%s* · %s", name, title, stands)
                        : Mrkdwn.say("card.parts.unknown", name, title, stands));
        return isWaiting(part.state()) ? line.with("accessory", button(part)) : line;
    }

    private static Kit button(StormView.Part part) {
        return Buttons.walk(Ticket.of(part.id()), part.isKnown() ? say("buttons.walk") : say("buttons.take"));
    }

    private static boolean isWaiting(RunState state) {
        return state.position() instanceof Position.Offered || state.position() instanceof Position.Escalated;
    }
}
