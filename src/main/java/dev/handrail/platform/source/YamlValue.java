package dev.handrail.platform.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file, and where it stands. Asked for as a kind that it is not, it is empty and the problem is noted. */
public final class YamlValue {
    private final Node node;
    private final Excerpt source;
    private final Problems problems;

    YamlValue(Node node, Excerpt source, Problems problems) {
        this.node = node;
        this.source = source;
        this.problems = problems;
    }

    public Position at() {
        return at(node);
    }

    /** Returns where the value's own characters begin: past the quote, if it is quoted. */
    public Position contentAt() {
        var quoted = node instanceof ScalarNode scalar && !scalar.isPlain();
        return quoted ? new Position(at().file(), at().line(), at().column() + 1) : at();
    }

    /** Returns where a character of the text stands: the first one's place where the rest was written with escapes or folded. */
    public Position at(int offset) {
        return node instanceof ScalarNode scalar ? ScalarPlaces.at(scalar, source, offset) : at();
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Returns the text as written: {@code 007} stays {@code 007}. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar && !isNothing()
                ? Optional.of(scalar.getValue())
                : wrongKind("text" + quoteAdvice());
    }

    /** Returns the text; empty, and no problem, if there is anything else. */
    public Optional<String> textIfAny() {
        return node instanceof ScalarNode scalar && !isNothing() ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    public Optional<Duration> duration() {
        return text().flatMap(text -> {
            var time = Durations.parse(text);
            if (time.isEmpty()) {
                problems.error(at(), "bad-duration", "'" + text + "'", Durations.WANTED);
            }
            return time;
        });
    }

    /** Returns a whole number between the two bounds, both included. */
    public Optional<Integer> integer(int least, int most) {
        return text().flatMap(text -> {
            var number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
            if (number < least || number > most) {
                problems.error(at(), "bad-value", "'" + text + "'", "a whole number from " + least + " to " + most);
                return Optional.empty();
            }
            return Optional.of(number);
        });
    }

    public Optional<Boolean> truth() {
        return text().flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                problems.error(at(), "bad-value", "'" + text + "'", "true or false");
                yield Optional.empty();
            }
        });
    }

    public Optional<YamlMap> map() {
        return node instanceof MappingNode mapping
                ? Optional.of(new YamlMap(mapping, source, problems))
                : wrongKind("keys with values");
    }

    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlValue(item, source, problems))
                    .toList();
        }
        wrongKind("a list");
        return List.of();
    }

    /** Notes that the value will not do. */
    public void refuse(String rule, String wanted) {
        problems.error(at(), rule, found(), wanted);
    }

    /** Returns what stands there, for people. */
    public String found() {
        return switch (node) {
            case ScalarNode _ when isNothing() -> "nothing";
            case ScalarNode scalar -> "'" + shortened(scalar.getValue()) + "'";
            case SequenceNode _ -> "a list";
            default -> "keys with values";
        };
    }

    Position at(Node any) {
        return any.getStartMark().map(mark -> Yaml.at(source, mark)).orElseGet(source::start);
    }

    private boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    private <T> Optional<T> wrongKind(String wanted) {
        problems.error(at(), "wrong-kind", found(), wanted);
        return Optional.empty();
    }

    /** {@code key: {{ order_id }}} is a map to YAML; its author meant text. */
    private String quoteAdvice() {
        return isMap() ? " (in quotes, if it has braces: \"{{ name }}\")" : "";
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 59)) + "…";
    }
}
