package dev.handrail.slack.press;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Kit;
import java.util.List;

/**
 * A menu in a form that one thing is picked from. Where Slack has room for all there is, it has them all: they are there at once,
 * and typing searches them without asking anybody. Where it has not, it asks Handrail for them as somebody types.
 */
public final class Pick {
    private Pick() {}

    /** @param options all that there is, the likeliest first */
    public static Kit from(List<Kit> options) {
        return options.size() <= SlackLimits.SELECT_OPTIONS
                ? Kit.of("static_select").with("options", List.copyOf(options))
                : Kit.of("external_select")
                        .with("min_query_length", 0)
                        .with("placeholder", Kit.plain(say("forms.search.placeholder"), SlackLimits.PLACEHOLDER));
    }
}
