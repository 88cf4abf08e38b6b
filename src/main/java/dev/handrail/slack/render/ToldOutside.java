package dev.handrail.slack.render;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Telling;
import dev.handrail.run.fact.Telling.Standing;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of telling a level's contacts outside Slack. In sentences of its own: right behind a name, a way would pass for
 * the way that this person is told.
 */
final class ToldOutside {
    private static final int LONGEST_WHY = 160;

    private ToldOutside() {}

    /** Returns a line for each way that it can stand; nothing where all of a level are in Slack. */
    static Mrkdwn of(Story story, Happened happened, RunEvent.LevelTold told) {
        var ways = new EnumMap<Standing, List<Mrkdwn>>(Standing.class);
        for (var contact : told.tell()) {
            if (contact instanceof Contact.Outside outside) {
                var telling = telling(story, happened, outside);
                var way = way(outside, told.called().onCall().orElse(told.name()));
                ways.computeIfAbsent(standing(telling), _ -> new ArrayList<>()).add(because(way, telling));
            }
        }
        return Mrkdwn.join("\n", ways.entrySet().stream().map(ToldOutside::line).toList());
    }

    /** Empty until whoever sends it is asked. */
    private static Optional<Telling> telling(Story story, Happened happened, Contact.Outside contact) {
        return story.view().tellings().stream()
                .filter(one ->
                        one.position() == happened.position() && one.contact().equals(contact))
                .findFirst();
    }

    private static Standing standing(Optional<Telling> telling) {
        return telling.map(Telling::standing).orElse(Standing.UNDER_WAY);
    }

    private static Mrkdwn way(Contact.Outside contact, String whose) {
        return switch (contact) {
            case Contact.Email _ -> Mrkdwn.say("pages.also.e-mail", whose);
            case Contact.PagerDuty _ -> Mrkdwn.say("pages.also.pagerduty", whose);
            case Contact.Webhook _ -> Mrkdwn.say("pages.also.webhook", whose);
        };
    }

    private static Mrkdwn because(Mrkdwn way, Optional<Telling> telling) {
        return telling.map(one -> Harmless.line(one.why(), LONGEST_WHY))
                .filter(why -> !why.isBlank())
                .map(why -> Mrkdwn.say("pages.also.why", way, why))
                .orElse(way);
    }

    private static Mrkdwn line(Map.Entry<Standing, List<Mrkdwn>> ways) {
        var all = Mrkdwn.join(" · ", ways.getValue());
        return switch (ways.getKey()) {
            case SENT -> Mrkdwn.say("pages.also", all);
            case UNDER_WAY -> Mrkdwn.say("pages.also.under-way", all);
            case AGAIN -> Mrkdwn.say("pages.also.again", all);
            case NOT_SENT -> Mrkdwn.say("pages.also.not-sent", all);
        };
    }
}
