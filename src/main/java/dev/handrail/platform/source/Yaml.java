package dev.handrail.platform.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2 (core schema: {@code No} is text), read with positions and within limits. */
public final class Yaml {
    private static final int DEEPEST = 32;
    private static final int MOST_ALIASES = 64;
    private static final int LONGEST = 512 * 1024;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(LONGEST)
            .build();

    private Yaml() {}

    /** Returns what stands in {@code source}; empty if that is nothing at all, or a problem that is then in {@code problems}. */
    public static Optional<YamlValue> read(Excerpt source, Problems problems) {
        try {
            return isTooComplex(source, problems)
                    ? Optional.empty()
                    : new Compose(SETTINGS)
                            .composeString(source.text())
                            .map(node -> new YamlValue(node, source, problems));
        } catch (MarkedYamlEngineException e) {
            var at = e.getProblemMark().map(mark -> at(source, mark)).orElseGet(source::start);
            problems.error(at, "yaml-syntax", notYaml(e.getProblem()), "YAML");
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.error(source.start(), "yaml-syntax", notYaml(String.valueOf(e.getMessage())), "YAML");
            return Optional.empty();
        }
    }

    /** Returns the map in {@code source}; a problem where there is anything else, nothing included. */
    public static Optional<YamlMap> readMap(Excerpt source, Problems problems) {
        var before = problems.count();
        var value = read(source, problems);
        if (value.isEmpty() && problems.count() == before) {
            problems.error(source.start(), "empty", "nothing", "keys and values");
        }
        return value.flatMap(YamlValue::map);
    }

    static Position at(Excerpt source, Mark mark) {
        return source.at(mark.getLine(), mark.getColumn());
    }

    /** Composing recurses, so depth is looked at first, in the flat stream of events. */
    private static boolean isTooComplex(Excerpt source, Problems problems) {
        int depth = 0;
        int aliases = 0;
        for (var event : new Parse(SETTINGS).parseString(source.text())) {
            depth += depthChange(event.getEventId());
            aliases += event.getEventId() == Event.ID.Alias ? 1 : 0;
            if (depth > DEEPEST || aliases > MOST_ALIASES) {
                var at = event.getStartMark().map(mark -> at(source, mark)).orElseGet(source::start);
                problems.error(
                        at,
                        "yaml-too-complex",
                        depth > DEEPEST ? "values inside more than " + DEEPEST + " others" : "a wealth of aliases",
                        "at most " + DEEPEST + " levels and " + MOST_ALIASES + " aliases");
                return true;
            }
        }
        return false;
    }

    private static int depthChange(Event.ID event) {
        return switch (event) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    }

    private static String notYaml(String message) {
        return "text that is not YAML (" + message.strip().replaceAll("\\s+", " ") + ")";
    }
}
