package dev.handrail.slack.notice;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.IncidentId;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.slack.Links;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.words.Names;

/** What operators are shown of a page that never reached its contact. */
final class FailedPageWords {
    private FailedPageWords() {}

    static Mrkdwn foot() {
        return Mrkdwn.say("notices.failed-pages.foot");
    }

    static Mrkdwn headline(int open) {
        return open == 0 ? Mrkdwn.say("notices.delivered") : Mrkdwn.say("notices.failed-pages", pages(open));
    }

    static Mrkdwn of(Notice.Entry entry, Matter.PageFailed failed, Links links) {
        var id = new IncidentId(failed.incident());
        var page = Mrkdwn.link(links.incident(id), Names.within(id));
        return entry.isOpen()
                ? Mrkdwn.say("notices.failed-pages.line", page, failed.whom(), failed.way(), failed.standing())
                : Mrkdwn.say("notices.delivered.line", page);
    }

    static String spoken(int open, String said) {
        return open == 0 ? say("notices.delivered.spoken") : say("notices.failed-pages.spoken", pages(open), said);
    }

    private static String pages(int count) {
        return say("notices.pages", count);
    }
}
