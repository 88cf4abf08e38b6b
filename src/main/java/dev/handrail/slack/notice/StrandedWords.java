package dev.handrail.slack.notice;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.IncidentId;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.slack.Links;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.words.Names;

/** What operators are shown of an incident that nobody would have heard of again. */
final class StrandedWords {
    private StrandedWords() {}

    static Mrkdwn foot() {
        return Mrkdwn.say("notices.stranded.foot");
    }

    static Mrkdwn headline(int open) {
        return open == 0 ? Mrkdwn.say("notices.moving") : Mrkdwn.say("notices.stranded", open, incidents(open));
    }

    static Mrkdwn of(Notice.Entry entry, Matter.Stranded stranded, Links links) {
        var id = new IncidentId(stranded.incident());
        var page = Mrkdwn.link(links.incident(id), Names.within(id));
        if (!entry.isOpen()) {
            return Mrkdwn.say("notices.moving.line", page);
        }
        return stranded.armed()
                ? Mrkdwn.say("notices.stranded.armed", page, stranded.title())
                : Mrkdwn.say("notices.stranded.lost", page, stranded.title());
    }

    static String spoken(int open, String said) {
        return open == 0 ? say("notices.moving.spoken") : say("notices.stranded.spoken", open, incidents(open), said);
    }

    private static String incidents(int count) {
        return say("notices.incidents", count);
    }
}
