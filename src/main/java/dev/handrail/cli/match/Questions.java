package dev.handrail.cli.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The alerts of a file.
 *
 * @param problems what could not be read, with line and column; the rest is there all the same
 */
public record Questions(List<Question> questions, List<Problem> problems) {
    private static final String WANTED = "an alert as JSON: {\"alertname\": ..., \"labels\": {...}}";

    public Questions {
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    /** Reads one alert, or the body of an Alertmanager webhook with several. */
    public static Questions ofDocument(String file, String text) {
        var problems = new Problems();
        var questions = read(new Position(file, 1, 1), text, problems);
        return new Questions(questions, problems.sorted());
    }

    /** Reads one alert from each line that is not blank. */
    public static Questions ofLines(String file, String text) {
        var problems = new Problems();
        var questions = new ArrayList<Question>();
        var lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            if (!lines.get(index).isBlank()) {
                questions.addAll(read(new Position(file, index + 1, 1), lines.get(index), problems));
            }
        }
        return new Questions(questions, problems.sorted());
    }

    /** Reads one alert from labels as people type them: {@code flow=order-to-erp}. */
    public static Questions ofLabels(List<String> arguments) {
        var problems = new Problems();
        var labels = new HashMap<String, String>();
        for (int index = 0; index < arguments.size(); index++) {
            var label = arguments.get(index).split("=", 2);
            if (label.length < 2 || label[0].isBlank()) {
                problems.error(
                        new Position("argument", index + 1, 1),
                        "not-a-label",
                        "'" + arguments.get(index) + "'",
                        "name=value");
            } else {
                labels.put(label[0].strip(), label[1]);
            }
        }
        return problems.hasErrors()
                ? new Questions(List.of(), problems.sorted())
                : new Questions(
                        List.of(new Question(1, AlertJson.alert(labels, Map.of()), new Expected.Anything())),
                        List.of());
    }

    private static List<Question> read(Position start, String text, Problems problems) {
        try {
            var json = Json.tree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (json.path("alerts").isArray()) {
                return webhook(start, json.path("alerts"), problems);
            }
            return List.of(AlertJson.question(start.line(), json));
        } catch (IllegalArgumentException e) {
            problems.error(at(start, e), "not-an-alert", found(e), WANTED);
            return List.of();
        }
    }

    private static List<Question> webhook(Position start, JsonNode alerts, Problems problems) {
        var questions = new ArrayList<Question>();
        for (int index = 0; index < alerts.size(); index++) {
            try {
                questions.add(AlertJson.question(start.line(), alerts.get(index)));
            } catch (IllegalArgumentException e) {
                problems.error(start, "not-an-alert", "alerts[%d]: %s".formatted(index, e.getMessage()), WANTED);
            }
        }
        return questions;
    }

    private static Position at(Position start, IllegalArgumentException fault) {
        return fault.getCause() instanceof JsonProcessingException syntax && syntax.getLocation() != null
                ? new Position(
                        start.file(),
                        start.line() + syntax.getLocation().getLineNr() - 1,
                        Math.max(1, syntax.getLocation().getColumnNr()))
                : start;
    }

    private static String found(IllegalArgumentException fault) {
        return fault.getCause() instanceof JsonProcessingException syntax
                ? "text that is not JSON (" + syntax.getOriginalMessage() + ")"
                : String.valueOf(fault.getMessage());
    }
}
