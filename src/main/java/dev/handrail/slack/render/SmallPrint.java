package dev.handrail.slack.render;

import dev.handrail.incident.Person;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import java.util.ArrayList;
import java.util.TreeMap;

/** What stands small on an incident's card: what people agreed, its work list, and its labels. */
final class SmallPrint {
    private static final int LABELS = 10;
    private static final int LABEL = 80;
    private static final int FIX = 200;

    private final Story story;

    SmallPrint(Story story) {
        this.story = story;
    }

    /** Who was asked to come or to take over, and until when it is quiet. */
    Mrkdwn arranged() {
        var agreed = story.view().state().arrangements();
        var lines = new ArrayList<Mrkdwn>();
        agreed.handover()
                .map(offer -> Phrase.of(
                        "🤝 %s was asked to take over, until %s", offer.to().name(), offer.until()))
                .ifPresent(line -> lines.add(line.shown()));
        if (!agreed.added().isEmpty()) {
            var names = agreed.added().stream().map(Person::name).toList();
            lines.add(Mrkdwn.format("🙋 Also here: %s", String.join(", ", names)));
        }
        agreed.quietUntil()
                .map(until -> Phrase.of("🔕 Muted until %s", until))
                .ifPresent(line -> lines.add(line.shown()));
        return Mrkdwn.join(" · ", lines);
    }

    /** What it is like, and what fixed that: nothing for a failure that a runbook knows. */
    Mrkdwn seenBefore() {
        var lines = story.view().precedents().stream()
                .map(like -> Mrkdwn.format(
                        "• %s %s%s",
                        Mrkdwn.link(story.links().incident(like.id()), "Incident " + like.id()),
                        Harmless.line(like.title(), LABEL),
                        like.words().isEmpty() ? "" : ", fixed by " + Harmless.line(like.words(), FIX)))
                .toList();
        return lines.isEmpty() ? Mrkdwn.NONE : Mrkdwn.format("🕘 *Like it before*\n%s", Mrkdwn.join("\n", lines));
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
        var listed = more > 0 ? Mrkdwn.format("%s and %s more", next, more) : next;
        return work.open() == 0
                ? Mrkdwn.format("📋 Work list: all %s are over", work.total())
                : Mrkdwn.format("📋 Work list: %s of %s still fail: %s", work.open(), work.total(), listed);
    }

    Mrkdwn labels() {
        var labels = new TreeMap<>(story.view().alerts().labels());
        var shown = labels.entrySet().stream()
                .limit(LABELS)
                .map(label -> Mrkdwn.format(
                        "%s: %s", Harmless.line(label.getKey(), LABEL), Harmless.line(label.getValue(), LABEL)))
                .toList();
        var more = labels.size() - shown.size();
        var line = Mrkdwn.join(" · ", shown);
        return more > 0 ? Mrkdwn.format("%s · and %s more", line, more) : line;
    }
}
