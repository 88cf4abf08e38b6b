package dev.handrail.slack.text;

import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.words.SaidAt;
import dev.handrail.slack.words.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Slack's markup. A text gets into it only escaped, so that nothing an alert says can mention anybody or pass for a link.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Slack: formatting</a>
 */
public final class Mrkdwn {
    public static final Mrkdwn NONE = new Mrkdwn("");

    private static final int SHORT = 600;
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{1,30}");
    private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:)\\S+");
    private static final Pattern UNSAFE_IN_URL = Pattern.compile("[<>|\"\\p{Cntrl}\\s]");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

    private final String value;

    private Mrkdwn(String value) {
        this.value = value;
    }

    /** Returns one line of plain text, escaped, and shortened where it is longer than anybody reads on a phone. */
    public static Mrkdwn text(String plain) {
        return text(plain, SHORT);
    }

    /** @param limit of the escaped text, in UTF-16 code units */
    public static Mrkdwn text(String plain, int limit) {
        var line = Harmless.line(plain, limit);
        var escaped = escape(line);
        return new Mrkdwn(escaped.length() <= limit ? escaped : escapedWithin(line, limit));
    }

    private static String escapedWithin(String line, int limit) {
        var out = new StringBuilder(limit);
        for (var i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            var next = escape(Character.toString(line.codePointAt(i)));
            if (out.length() + next.length() >= limit) {
                break;
            }
            out.append(next);
        }
        return out.append('…').toString();
    }

    /**
     * Puts parts into markup.
     *
     * @param template a constant without words: markup, with {@code %s} where a part stands
     * @param parts {@code Mrkdwn} as it is; a time as each reader's own; anything else as plain text
     */
    public static Mrkdwn format(String template, Object... parts) {
        var values = new Object[parts.length];
        for (var i = 0; i < parts.length; i++) {
            values[i] = part(parts[i]).value;
        }
        return new Mrkdwn(template.formatted(values));
    }

    private static Mrkdwn part(Object part) {
        return switch (part) {
            case Mrkdwn ready -> ready;
            case Instant at -> time(at);
            default -> text(part.toString());
        };
    }

    /** Puts parts into the sentence of a key, which may be markup. */
    public static Mrkdwn say(String key, Object... parts) {
        return format(Wording.sentence(key, parts), parts);
    }

    public static Mrkdwn join(String separator, List<Mrkdwn> parts) {
        return new Mrkdwn(parts.stream()
                .map(Mrkdwn::toString)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(separator)));
    }

    /** Returns the time of day, which Slack shows in the reader's own zone; of another day, with the day. */
    public static Mrkdwn time(Instant at) {
        var format = SaidAt.isOtherDay(at) ? "{date_short_pretty} {time}" : "{time}";
        return new Mrkdwn("<!date^%d^%s|%s>".formatted(at.getEpochSecond(), format, Wording.clock(at)));
    }

    /** Returns what {@link Phrase#kept} returned, as one line: its times are each reader's own again. */
    public static Mrkdwn kept(String text, int limit) {
        var line = escape(Harmless.line(text, limit));
        return new Mrkdwn(MOMENT.matcher(line).replaceAll(moment -> Matcher.quoteReplacement(time(moment))));
    }

    private static String time(MatchResult moment) {
        try {
            return time(Instant.parse(moment.group())).value;
        } catch (DateTimeParseException _) {
            return moment.group();
        }
    }

    /** Mentions a person; where the id is none, it stands there as text. */
    public static Mrkdwn user(String id) {
        return USER.matcher(id).matches() ? new Mrkdwn("<@" + id + ">") : text(id);
    }

    /** Mentions a user group; where the id is none, it stands there as text. */
    public static Mrkdwn group(String id) {
        return GROUP.matcher(id).matches() ? new Mrkdwn("<!subteam^" + id + ">") : text(id);
    }

    /** Returns a link; only the text if the address is not one that people may be sent to. */
    public static Mrkdwn link(String url, String label) {
        if (!isWeb(url)) {
            return text(label);
        }
        var address = UNSAFE_IN_URL
                .matcher(url)
                .replaceAll(unsafe -> URLEncoder.encode(unsafe.group(), StandardCharsets.UTF_8));
        var escaped = address.replace("&", "&amp;");
        return escaped.length() > SlackLimits.TEXT / 2
                ? text(label)
                : new Mrkdwn("<" + escaped + "|" + text(label, 300).value.replace("|", "¦") + ">");
    }

    /** Says whether an address is {@code http}, {@code https} or {@code mailto}, and short enough for Slack. */
    public static boolean isWeb(String url) {
        return WEB.matcher(url).matches() && url.length() <= SlackLimits.URL / 3;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    Mrkdwn stripped() {
        return new Mrkdwn(value.strip());
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mrkdwn that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the markup. */
    @Override
    public String toString() {
        return value;
    }
}
