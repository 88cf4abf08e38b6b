package dev.handrail.slack.notice;

import dev.handrail.incident.IncidentId;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.slack.Links;
import dev.handrail.slack.text.Mrkdwn;

/** What operators are shown of a page that never reached its contact. */
final class FailedPageWords {
    static final Mrkdwn FOOT = Mrkdwn.text(
            "Where nobody of a level can be reached, the next one is told at once. Mend what is said here.");

    private FailedPageWords() {}

    static Mrkdwn headline(int open) {
        return open == 0
                ? Mrkdwn.text("✅ Over: every incident whose pages this message named")
                : Mrkdwn.format("📵 *%s could not be delivered*", pages(open));
    }

    static Mrkdwn of(Notice.Entry entry, Matter.PageFailed failed, Links links) {
        var id = new IncidentId(failed.incident());
        var page = Mrkdwn.link(links.incident(id), "incident " + id);
        return entry.isOpen()
                ? Mrkdwn.format("%s: %s, %s: %s", page, failed.whom(), failed.way(), failed.standing())
                : Mrkdwn.format("✅ %s is over", page);
    }

    static String spoken(int open, String said) {
        return open == 0
                ? "Over: every incident whose pages this message named."
                : "%s could not be delivered:%s".formatted(pages(open), said);
    }

    private static String pages(int count) {
        return count == 1 ? "1 page" : count + " pages";
    }
}
