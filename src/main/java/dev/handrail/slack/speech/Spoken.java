package dev.handrail.slack.speech;

import static dev.handrail.slack.words.Wording.say;

import com.google.re2j.Pattern;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.MatcherParser;
import dev.handrail.platform.source.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What somebody wrote to Handrail, as far as it is understood. */
public sealed interface Spoken {
    Pattern SILENCE = Pattern.compile("(?is)silence\\s+(.+)\\s+for\\s+([0-9]+[a-z]*)\\s+because\\s+(.+)");
    Pattern HANDOVER =
            Pattern.compile("(?is)(?:<@[^>]*>\\s*)?handover\\s+(?:to\\s+)?<@([UW][A-Z0-9]{1,30})(?:\\|[^>]*)?>\\s*");
    Pattern END = Pattern.compile("(?i)end silence\\s+#?([1-9][0-9]{0,17})");
    Pattern MENTION = Pattern.compile("<@[A-Z0-9]+(\\|[^>]*)?>");

    /** Make one, that lasts from now. */
    record Silence(List<LabelMatcher> matchers, Duration time, String why) implements Spoken {
        public Silence {
            matchers = List.copyOf(matchers);
        }
    }

    /** "Take over what I have open." {@code to} is the colleague's id. */
    record Handover(String to) implements Spoken {}

    record EndSilence(long id) implements Spoken {}

    record ListSilences() implements Spoken {}

    /** It cannot be read. {@code example} can. */
    record Garbled(String problem, String example) implements Spoken {}

    /** Anything else. */
    record Other() implements Spoken {}

    /** @param text as Slack sends it: escaped, and with the quotes that keyboards make */
    static Spoken read(String text) {
        var handover = HANDOVER.matcher(text.strip());
        if (handover.matches()) {
            return new Handover(handover.group(1));
        }
        var words = plain(text);
        if (words.toLowerCase(Locale.ROOT).startsWith("handover")) {
            return new Garbled(say("talk.garbled.handover"), say("talk.example.handover"));
        }
        var silence = SILENCE.matcher(words);
        if (silence.matches()) {
            return silence(silence.group(1), silence.group(2), silence.group(3));
        }
        var end = END.matcher(words);
        if (end.matches()) {
            return new EndSilence(Long.parseLong(end.group(1)));
        }
        if (words.equalsIgnoreCase("silences")) {
            return new ListSilences();
        }
        return words.toLowerCase(Locale.ROOT).contains("silence") ? noSilence(say("talk.garbled.form")) : new Other();
    }

    private static String plain(String text) {
        return unescaped(MENTION.matcher(text).replaceAll("").replaceAll("[\u201c\u201d\u201e]", "\""))
                .strip();
    }

    /** Returns what was typed: Slack sends it escaped. */
    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Spoken silence(String matchers, String time, String why) {
        var length = Durations.parse(time);
        if (length.isEmpty()) {
            return noSilence(say("talk.garbled.time", time, Durations.WANTED));
        }
        return switch (MatcherParser.parse(matchers)) {
            case MatcherParser.Matchers read -> new Silence(read.matchers(), length.get(), why.strip());
            case MatcherParser.Fault fault -> noSilence(say("talk.garbled.found", fault.found(), fault.wanted()));
        };
    }

    private static Garbled noSilence(String problem) {
        return new Garbled(problem, say("talk.example.silence"));
    }
}
