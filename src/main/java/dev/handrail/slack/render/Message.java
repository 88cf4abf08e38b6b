package dev.handrail.slack.render;

import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message as Slack takes it.
 *
 * @param text the whole of it in sentences: what notifications and screen readers use instead of the blocks
 */
public record Message(List<Kit> blocks, Mrkdwn text) {
    public Message {
        blocks = List.copyOf(blocks);
    }

    /** Returns the message with words before all that it shows, and before all that it says. */
    Message ledBy(Mrkdwn shown, Mrkdwn spoken) {
        var led = new ArrayList<>(blocks);
        led.set(0, blocks.getFirst().ledBy(shown));
        return new Message(led, Mrkdwn.format("%s %s", spoken, text));
    }

    /** Returns the message with small print below all that it shows, said after all that it says. */
    public Message notedBelow(Mrkdwn words) {
        return new Message(
                Stream.concat(blocks.stream(), Stream.of(Kit.context(words))).toList(),
                Mrkdwn.format("%s %s", text, words));
    }

    /** Returns the blocks as JSON. */
    public String json() {
        return Json.write(blocks);
    }

    /** Returns what tells two messages apart. */
    public String hash() {
        return Sha256.of(json() + "\n" + text);
    }

    /** Says whether somebody can still answer it. */
    public boolean hasButtons() {
        return blocks.stream().anyMatch(Message::isActions);
    }

    /**
     * Returns the message without anything that Slack could refuse it for: its text and its buttons. Sent when Slack does refuse
     * it, because somebody waits for those buttons.
     */
    public Message plainest() {
        var simple = blocks.stream().filter(Message::isActions);
        return new Message(Stream.concat(Stream.of(Kit.section(text)), simple).toList(), text);
    }

    private static boolean isActions(Kit block) {
        return block.type().equals("actions");
    }
}
