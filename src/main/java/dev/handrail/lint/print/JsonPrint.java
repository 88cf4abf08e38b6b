package dev.handrail.lint.print;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.lint.FileReport;
import dev.handrail.lint.Report;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Problem;
import java.util.Locale;
import java.util.Map;

/** A report as one JSON object. Paths are those in the library, as elsewhere on the command line. */
public final class JsonPrint {
    private final RuleBook rules;

    public JsonPrint(RuleBook rules) {
        this.rules = rules;
    }

    public String print(Shown shown) {
        var files = shown.reports().stream()
                .flatMap(report -> report.files().stream().map(file -> file(shown, report, file)))
                .toList();
        return Json.write(Map.of("files", files, "totals", shown.totals()));
    }

    /** A file that is no runbook has the id null, which is said: a reader need not ask whether the key is there. */
    private ObjectNode file(Shown shown, Report report, FileReport file) {
        var fields = JsonNodeFactory.instance.objectNode();
        fields.put("path", shown.reports().size() == 1 ? file.path() : shown.path(report, file.path()));
        file.id().ifPresentOrElse(id -> fields.put("id", id), () -> fields.putNull("id"));
        fields.put("steps", file.steps());
        return fields.putPOJO(
                "problems", file.problems().stream().map(this::problem).toList());
    }

    private Map<String, Object> problem(Problem problem) {
        return Map.of(
                "line", problem.at().line(),
                "column", problem.at().column(),
                "severity", problem.severity().name().toLowerCase(Locale.ROOT),
                "rule", problem.rule(),
                "found", problem.found(),
                "wanted", problem.wanted(),
                "hint", rules.hint(problem.rule()));
    }
}
