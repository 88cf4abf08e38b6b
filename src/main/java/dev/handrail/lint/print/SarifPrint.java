package dev.handrail.lint.print;

import dev.handrail.lint.Report;
import dev.handrail.lint.rules.Rule;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report in SARIF 2.1.0, for code scanning. Every rule that is broken is explained in it.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifPrint {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private final RuleBook rules;
    private final String version;

    /** @param version Handrail's */
    public SarifPrint(RuleBook rules, String version) {
        this.rules = rules;
        this.version = version;
    }

    public String print(Shown shown) {
        var broken = shown.reports().stream()
                .flatMap(report -> report.files().stream())
                .flatMap(file -> file.problems().stream())
                .map(Problem::rule)
                .distinct()
                .sorted()
                .toList();
        var results = shown.reports().stream()
                .flatMap(report -> report.files().stream()
                        .flatMap(file -> file.problems().stream())
                        .map(problem -> result(shown, report, problem, broken)))
                .toList();
        var driver = Map.of(
                "name",
                "handrail lint",
                "version",
                version,
                "rules",
                broken.stream().map(this::rule).toList());
        var run = Map.of("tool", Map.of("driver", driver), "columnKind", "utf16CodeUnits", "results", results);
        return Json.write(Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private Map<String, Object> rule(String name) {
        var entry = new TreeMap<String, Object>(Map.of("id", name));
        rules.find(name).ifPresent(rule -> {
            entry.put("shortDescription", text(rule.why()));
            entry.put("help", Map.of("text", rule.why() + " To mend it: " + rule.hint(), "markdown", rule.page()));
            entry.put("defaultConfiguration", Map.of("level", level(rule)));
        });
        return entry;
    }

    private static String level(Rule rule) {
        return rule.severity().startsWith("error") ? "error" : "warning";
    }

    private Map<String, Object> result(Shown shown, Report report, Problem problem, List<String> broken) {
        var at = problem.at();
        var file = Map.of("uri", uri(shown.path(report, at.file())), "uriBaseId", ROOT);
        var region = Map.of("startLine", at.line(), "startColumn", at.column());
        return Map.of(
                "ruleId", problem.rule(),
                "ruleIndex", broken.indexOf(problem.rule()),
                "level", problem.isError() ? "error" : "warning",
                "message", text("found " + problem.found() + "; wanted " + problem.wanted()),
                "locations", List.of(Map.of("physicalLocation", Map.of("artifactLocation", file, "region", region))));
    }

    private static Map<String, String> text(String text) {
        return Map.of("text", text);
    }

    /** A relative reference, in which a colon or a space is escaped. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is always part of an address: " + path, e);
        }
    }
}
