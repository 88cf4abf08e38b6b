package dev.handrail.slack.text;

import java.time.Instant;
import java.util.function.Function;

/**
 * A piece of a sentence that is both shown and read out: shown, its times are in the reader's zone; read out, they are in UTC.
 */
public final class Phrase {
    public static final Phrase NONE = of("");

    private static final int SPOKEN = 200;

    private final String template;
    private final Object[] parts;

    private Phrase(String template, Object[] parts) {
        this.template = template;
        this.parts = parts;
    }

    /**
     * @param template a constant without markup, with {@code %s} where a part stands
     * @param parts an {@code Instant}, a {@code Phrase}, a {@code Mrkdwn}, or anything else as plain text
     */
    public static Phrase of(String template, Object... parts) {
        return new Phrase(template, parts.clone());
    }

    /** Returns the phrase for a block. */
    public Mrkdwn shown() {
        return filled(part -> switch (part) {
            case Instant at -> Mrkdwn.time(at);
            case Phrase phrase -> phrase.shown();
            case Mrkdwn ready -> ready;
            default -> Mrkdwn.text(part.toString());
        });
    }

    /** Returns the phrase for notifications and screen readers: short, and nothing that only Slack's own clients format. */
    public Mrkdwn spoken() {
        return filled(part -> switch (part) {
            case Instant at -> Mrkdwn.text(Mrkdwn.clock(at));
            case Phrase phrase -> phrase.spoken();
            case Mrkdwn ready -> ready;
            default -> Mrkdwn.text(part.toString(), SPOKEN);
        });
    }

    private Mrkdwn filled(Function<Object, Mrkdwn> as) {
        var filled = new Object[parts.length];
        for (var i = 0; i < parts.length; i++) {
            filled[i] = as.apply(parts[i]);
        }
        return Mrkdwn.format(template, filled).stripped();
    }
}
