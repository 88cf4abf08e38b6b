package dev.handrail.slack.notice;

import dev.handrail.incident.IncidentId;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.slack.Links;
import dev.handrail.slack.text.Mrkdwn;

/** What operators are shown of an incident that nobody would have heard of again. */
final class StrandedWords {
    static final Mrkdwn FOOT = Mrkdwn.text("Handrail looks every minute, and says it again each hour while it lasts.");

    private StrandedWords() {}

    static Mrkdwn headline(int open) {
        return open == 0
                ? Mrkdwn.text("✅ Nothing of what this message named stands still any more")
                : Mrkdwn.format("🚨 *%s stood still: nobody would have heard of %s again*", incidents(open), it(open));
    }

    static Mrkdwn of(Notice.Entry entry, Matter.Stranded stranded, Links links) {
        var id = new IncidentId(stranded.incident());
        var page = Mrkdwn.link(links.incident(id), "incident " + id);
        if (!entry.isOpen()) {
            return Mrkdwn.format("✅ %s: goes on, is over, or is named in a newer message", page);
        }
        return stranded.armed()
                ? Mrkdwn.format(
                        "%s *%s*\nIts clock was lost, and is set anew: it goes on by itself. Rows were deleted, or an "
                                + "older copy of the database is in use.",
                        page, stranded.title())
                : Mrkdwn.format(
                        "%s *%s*\nNobody has it, and it has neither a deadline nor an end. Take it by hand, and report "
                                + "this: it is a bug in Handrail.",
                        page, stranded.title());
    }

    static String spoken(int open, String said) {
        return open == 0
                ? "Nothing of what this message named stands still any more."
                : "%s stood still, and nobody would have heard of %s again:%s"
                        .formatted(incidents(open), it(open), said);
    }

    private static String incidents(int count) {
        return count == 1 ? "1 incident" : count + " incidents";
    }

    private static String it(int count) {
        return count == 1 ? "it" : "them";
    }
}
