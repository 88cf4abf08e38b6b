package dev.handrail.slack.text;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.handrail.slack.SlackLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object of Block Kit: a block, an element of one, or a text.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit">Slack: Block Kit</a>
 */
public record Kit(@JsonValue Map<String, Object> fields) {
    public Kit {
        fields = Map.copyOf(fields);
    }

    public static Kit of(String type) {
        return new Kit(Map.of("type", type));
    }

    public Kit with(String name, Object value) {
        var more = new TreeMap<>(fields);
        more.put(name, value);
        return new Kit(more);
    }

    public String type() {
        return String.valueOf(fields.get("type"));
    }

    /** Returns a text that Slack shows as it stands. */
    public static Kit plain(String text, int limit) {
        return of("plain_text").with("text", Harmless.line(text, limit)).with("emoji", true);
    }

    /** Returns a text in markup in which Slack makes no links and no mentions of its own accord. */
    public static Kit mrkdwn(Mrkdwn text) {
        return of("mrkdwn").with("text", text.toString()).with("verbatim", true);
    }

    public static Kit section(Mrkdwn text) {
        return of("section").with("text", mrkdwn(text));
    }

    /** Returns a section with words before its text. */
    public Kit ledBy(Mrkdwn words) {
        if (!(fields.get("text") instanceof Kit text)) {
            throw new IllegalArgumentException("a " + type() + " has no text that words could stand before");
        }
        return with("text", text.with("text", words + " " + text.fields().get("text")));
    }

    /** Returns a section of short texts, which stand in two columns where there is room. */
    public static Kit fields(List<Mrkdwn> texts) {
        return of("section")
                .with(
                        "fields",
                        texts.stream()
                                .limit(SlackLimits.SECTION_FIELDS)
                                .map(Kit::mrkdwn)
                                .toList());
    }

    /** Returns small print. */
    public static Kit context(Mrkdwn text) {
        return of("context").with("elements", List.of(mrkdwn(text)));
    }

    public static Kit header(String text) {
        return of("header").with("text", plain(text, SlackLimits.HEADER));
    }

    public static Kit actions(List<Kit> elements) {
        return of("actions").with("elements", List.copyOf(elements));
    }

    /** Returns a button that carries nothing yet. */
    public static Kit button(String label, String verb) {
        return of("button").with("text", plain(label, SlackLimits.BUTTON_TEXT)).with("action_id", verb);
    }

    /** Returns one choice of a menu. */
    public static Kit plainOption(String label, String value) {
        return new Kit(Map.of("text", plain(label, SlackLimits.OPTION_TEXT), "value", value));
    }
}
