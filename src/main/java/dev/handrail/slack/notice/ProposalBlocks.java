package dev.handrail.slack.notice;

import dev.handrail.incident.IncidentId;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.slack.Links;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.words.Names;
import java.util.List;

/** What an owner is shown of a rule that somebody's pick proposes: who picked it, for what, and the patch. */
final class ProposalBlocks {
    /** A patch adds one line; what is longer has very long lines around it, and is on the page. */
    private static final int LONGEST = 2500;

    private ProposalBlocks() {}

    static List<Kit> of(Notice.Entry entry, Matter.MatchProposed proposed, Links links) {
        var page = Mrkdwn.link(links.runbook(proposed.runbook()), proposed.title());
        if (!entry.isOpen()) {
            return List.of(Kit.section(Mrkdwn.say("notices.taken-up.line", page)));
        }
        var told = Kit.section(Mrkdwn.say(
                "notices.proposals.line",
                page,
                proposed.file(),
                proposed.pickedBy(),
                incident(proposed, links),
                Mrkdwn.text(proposed.rule())));
        return proposed.patch()
                .filter(patch -> patch.length() <= LONGEST)
                .map(patch -> List.of(told, preformatted(patch)))
                .orElseGet(() -> List.of(told, Kit.section(Mrkdwn.say("notices.proposals.page"))));
    }

    private static Mrkdwn incident(Matter.MatchProposed proposed, Links links) {
        var id = new IncidentId(proposed.incident());
        return Mrkdwn.link(links.incident(id), Names.within(id));
    }

    private static Kit preformatted(String text) {
        var leaf = Kit.of("text").with("text", text);
        return Kit.of("rich_text")
                .with("elements", List.of(Kit.of("rich_text_preformatted").with("elements", List.of(leaf))));
    }
}
