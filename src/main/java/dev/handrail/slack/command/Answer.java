package dev.handrail.slack.command;

import dev.handrail.slack.render.Message;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody is told who asked: short lines, one below the other, which a phone shows without breaking them often.
 *
 * @param lines the first says what it is about
 */
public record Answer(List<Phrase> lines) {
    /** Characters of a section: Slack takes 3000, and a line may be 600 of them. */
    private static final int SECTION = 2000;

    public Answer {
        lines = List.copyOf(lines);
    }

    /** @param key of a sentence without markup */
    public static Answer say(String key, Object... parts) {
        return new Answer(List.of(Phrase.say(key, parts)));
    }

    Answer and(List<Phrase> more) {
        return new Answer(Stream.concat(lines.stream(), more.stream()).toList());
    }

    Answer sayToo(String key, Object... parts) {
        return and(List.of(Phrase.say(key, parts)));
    }

    public Message message() {
        var blocks = new ArrayList<Kit>();
        var open = new ArrayList<Mrkdwn>();
        for (var line : lines) {
            if (length(open) > SECTION) {
                blocks.add(Kit.section(Mrkdwn.join("\n", open)));
                open.clear();
            }
            open.add(line.shown());
        }
        blocks.add(Kit.section(Mrkdwn.join("\n", open)));
        return new Message(
                blocks, Mrkdwn.join("\n", lines.stream().map(Phrase::spoken).toList()));
    }

    private static int length(List<Mrkdwn> lines) {
        return lines.stream().mapToInt(line -> line.toString().length()).sum();
    }
}
