package dev.handrail.preview.terminal;

import dev.handrail.preview.terminal.Span.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slack's markup as spans. What it does not know it leaves as it is written. */
final class MarkupReader {
    private static final Pattern MARKUP = Pattern.compile(
            "`([^`\n]+)`|<([^<>\n]+)>|(?<![\\w*])\\*([^*\n]+)\\*(?![\\w*])|(?<!\\w)_([^_\n]+)_(?!\\w)|(?<![\\w~])~([^~\n]+)~(?![\\w~])");

    private MarkupReader() {}

    static List<Span> read(String markup) {
        var spans = new ArrayList<Span>();
        var matcher = MARKUP.matcher(markup);
        var end = 0;
        while (matcher.find()) {
            spans.add(Span.of(plain(markup.substring(end, matcher.start()))));
            spans.addAll(marked(matcher.toMatchResult()));
            end = matcher.end();
        }
        spans.add(Span.of(plain(markup.substring(end))));
        return spans;
    }

    private static List<Span> marked(MatchResult found) {
        if (found.group(1) != null) {
            return List.of(Span.of(plain(found.group(1)), Look.CYAN));
        }
        if (found.group(2) != null) {
            return angle(found.group(2));
        }
        if (found.group(3) != null) {
            return with(Look.BOLD, read(found.group(3)));
        }
        return found.group(4) != null
                ? with(Look.ITALIC, read(found.group(4)))
                : with(Look.FAINT, read(found.group(5)));
    }

    private static List<Span> with(Look look, List<Span> spans) {
        return spans.stream().map(span -> span.with(look)).toList();
    }

    /** A link, a mention or a time. */
    private static List<Span> angle(String inner) {
        var bar = inner.indexOf('|');
        var head = bar < 0 ? inner : inner.substring(0, bar);
        var label = bar < 0 ? head : inner.substring(bar + 1);
        if (head.startsWith("!date^")) {
            return List.of(Span.of(plain(label)));
        }
        if (head.startsWith("@") || head.startsWith("#") || head.startsWith("!")) {
            return List.of(Span.of("@" + plain(label).replaceFirst("^[@#!](subteam\\^)?", ""), Look.BOLD));
        }
        return List.of(Span.of(plain(label), Look.UNDERLINED));
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
