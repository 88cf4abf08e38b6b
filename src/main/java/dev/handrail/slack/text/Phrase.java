package dev.handrail.slack.text;

import dev.handrail.slack.words.Wording;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A piece of a sentence that is both shown and read out: shown, its times are in the reader's zone; read out, they are in UTC.
 */
public final class Phrase {
    public static final Phrase NONE = of("");

    private static final int SPOKEN = 200;

    private final Supplier<String> template;
    private final Object[] parts;

    private Phrase(Supplier<String> template, Object[] parts) {
        this.template = template;
        this.parts = parts;
    }

    /**
     * @param key of a sentence without markup
     * @param parts an {@code Instant}, a {@code Phrase}, a {@code Mrkdwn}, or anything else as plain text
     */
    public static Phrase say(String key, Object... parts) {
        return new Phrase(() -> Wording.sentence(key, parts), parts.clone());
    }

    /** @param template a constant without words, with {@code %s} where a part stands: {@code %s %s} */
    public static Phrase of(String template, Object... parts) {
        return new Phrase(() -> template, parts.clone());
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
            case Instant at -> Mrkdwn.text(Wording.clock(at));
            case Phrase phrase -> phrase.spoken();
            case Mrkdwn ready -> ready;
            default -> Mrkdwn.text(part.toString(), SPOKEN);
        });
    }

    /** Returns the phrase as plain text to be kept, with its times in full: {@link Mrkdwn#kept} shows it later. */
    public String kept() {
        var kept = new Object[parts.length];
        for (var i = 0; i < parts.length; i++) {
            kept[i] = parts[i] instanceof Phrase phrase ? phrase.kept() : parts[i];
        }
        return template.get().formatted(kept).strip();
    }

    private Mrkdwn filled(Function<Object, Mrkdwn> as) {
        var filled = new Object[parts.length];
        for (var i = 0; i < parts.length; i++) {
            filled[i] = as.apply(parts[i]);
        }
        return Mrkdwn.format(template.get(), filled).stripped();
    }
}
