package dev.handrail.slack.render;

import dev.handrail.alert.Alert;
import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.fact.Precedent;
import dev.handrail.slack.story.Regrouping;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands small on an incident's card: what people agreed, its work list, and its labels. */
final class SmallPrint {
    private static final int LABELS = 10;
    private static final int LABEL = 80;
    private static final int FIX = 200;
    private static final int TAKEN = 5;

    private final Story story;

    SmallPrint(Story story) {
        this.story = story;
    }

    /** Who was asked to come or to take over, and until when it is quiet. */
    Mrkdwn arranged() {
        var agreed = story.view().state().arrangements();
        var lines = new ArrayList<Mrkdwn>();
        agreed.handover()
                .map(offer -> Phrase.say("card.asked", offer.to().name(), offer.until()))
                .ifPresent(line -> lines.add(line.shown()));
        if (!agreed.added().isEmpty()) {
            var names = agreed.added().stream().map(Person::name).toList();
            lines.add(Mrkdwn.say("card.people", String.join(", ", names)));
        }
        agreed.quietUntil().map(until -> Phrase.say("card.muted", until)).ifPresent(line -> lines.add(line.shown()));
        return Mrkdwn.join(" · ", lines);
    }

    /** What it is like, and what fixed that: nothing for a failure that a runbook knows. */
    Mrkdwn seenBefore() {
        var lines = story.view().precedents().stream().map(this::seenBefore).toList();
        return lines.isEmpty()
                ? Mrkdwn.NONE
                : Mrkdwn.format("%s\n%s", Mrkdwn.say("card.before"), Mrkdwn.join("\n", lines));
    }

    private Mrkdwn seenBefore(Precedent like) {
        var link = Mrkdwn.link(story.links().incident(like.id()), Names.of(like.id()));
        var title = Harmless.line(like.title(), LABEL);
        return like.words().isEmpty()
                ? Mrkdwn.format("• %s %s", link, title)
                : Mrkdwn.say("card.before.fixed", link, title, Harmless.line(like.words(), FIX));
    }

    /** Which incidents go on in it. */
    Mrkdwn tookIn() {
        var all = story.view().timeline().stream()
                .flatMap(happened -> happened.event() instanceof Act.MergedIn in ? Stream.of(in) : Stream.empty())
                .toList();
        if (all.isEmpty()) {
            return Mrkdwn.NONE;
        }
        var listed = Mrkdwn.join(
                ", ", all.reversed().stream().limit(TAKEN).map(this::taken).toList());
        var more = all.size() - TAKEN;
        return more > 0 ? Mrkdwn.say("card.took-in.more", listed, more) : Mrkdwn.say("card.took-in", listed);
    }

    private Mrkdwn taken(Act.MergedIn in) {
        var other = in.moved().other();
        var link = Mrkdwn.link(story.links().incident(other), other.toString());
        return in.taken()
                .map(taken ->
                        Mrkdwn.format("%s %s", link, Regrouping.named(taken).shown()))
                .orElse(link);
    }

    Mrkdwn work() {
        var work = story.view().alerts().work();
        if (work.isEmpty()) {
            return Mrkdwn.NONE;
        }
        var next = Mrkdwn.join(
                ", ",
                work.next().stream()
                        .map(item -> Mrkdwn.format("%s", Harmless.line(item.name(), LABEL)))
                        .toList());
        var more = work.open() - work.next().size();
        var listed = more > 0 ? Mrkdwn.say("card.work.more", next, more) : next;
        return work.open() == 0
                ? Mrkdwn.say("card.work.over", work.total())
                : Mrkdwn.say("card.work", work.open(), work.total(), listed);
    }

    /** Without a name that is the title. */
    Mrkdwn labels() {
        var labels = new TreeMap<>(story.view().alerts().labels());
        labels.remove(Alert.NAME_LABEL, story.view().incident().title());
        var shown = labels.entrySet().stream()
                .limit(LABELS)
                .map(label -> Mrkdwn.format(
                        "%s: %s", Harmless.line(label.getKey(), LABEL), Harmless.line(label.getValue(), LABEL)))
                .toList();
        var more = labels.size() - shown.size();
        var line = Mrkdwn.join(" · ", shown);
        return more > 0 ? Mrkdwn.say("card.labels.more", line, more) : line;
    }
}
