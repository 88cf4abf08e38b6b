package dev.handrail.runbook.fence;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads text with placeholders. */
public final class TemplateParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NAMED = Pattern.compile(
            "(labels|annotations|steps)\\[(?:\"([^\"\\\\]{1,200})\"|'([^'\\\\]{1,200})')\\](\\.value)?");
    private static final String WANTED =
            "{{ name }}, {{ labels[\"a.name\"] }}, {{ annotations[\"a.name\"] }} or {{ steps[\"a-step\"].value }}";

    private final String text;
    private final IntFunction<Position> places;
    private final Problems problems;
    private final List<Template.Part> parts = new ArrayList<>();

    private TemplateParser(String text, IntFunction<Position> places, Problems problems) {
        this.text = text;
        this.places = places;
        this.problems = problems;
    }

    /**
     * Reads {@code text}. What is no placeholder between its braces is noted, and left out.
     *
     * @param places the file's position of each character of the text
     */
    public static Template parse(String text, IntFunction<Position> places, Problems problems) {
        return new TemplateParser(text, places, problems).parse();
    }

    private Template parse() {
        int done = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", done)) {
            literal(done, open);
            var close = text.indexOf("}}", open);
            if (close < 0) {
                problems.error(places.apply(open), "bad-placeholder", "'{{' without '}}'", WANTED);
                return new Template(text, parts);
            }
            filled(open, close + 2);
            done = close + 2;
        }
        literal(done, text.length());
        return new Template(text, parts);
    }

    private void literal(int from, int to) {
        if (from < to) {
            parts.add(new Template.Literal(text.substring(from, to)));
        }
    }

    private void filled(int from, int to) {
        var inner = text.substring(from + 2, to - 2).strip();
        placeholder(inner, places.apply(from))
                .ifPresentOrElse(
                        found -> parts.add(new Template.Filled(found)),
                        () -> problems.error(
                                places.apply(from), "bad-placeholder", "'" + text.substring(from, to) + "'", WANTED));
    }

    private static Optional<Placeholder> placeholder(String inner, Position at) {
        if (NAME.matches(inner)) {
            return Optional.of(new Placeholder(Placeholder.Source.NAME, inner, at));
        }
        var named = NAMED.matcher(inner);
        if (!named.matches()) {
            return Optional.empty();
        }
        var source = source(named.group(1));
        var name = named.group(2) == null ? named.group(3) : named.group(2);
        var hasValue = named.group(4) != null;
        return hasValue == (source == Placeholder.Source.STEP)
                ? Optional.of(new Placeholder(source, name, at))
                : Optional.empty();
    }

    private static Placeholder.Source source(String word) {
        return switch (word) {
            case "labels" -> Placeholder.Source.LABEL;
            case "annotations" -> Placeholder.Source.ANNOTATION;
            default -> Placeholder.Source.STEP;
        };
    }
}
