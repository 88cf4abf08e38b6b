package dev.handrail.lint.print;

import dev.handrail.lint.FileReport;
import dev.handrail.lint.Report;
import dev.handrail.lint.Totals;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A report for people: file by file, each problem with its line and what to do. */
public final class TextPrint {
    /** A log is read by more people than the file. */
    private static final String NEVER_SHOWN = "secret";

    private final RuleBook rules;
    private final Paint paint;

    public TextPrint(RuleBook rules, Paint paint) {
        this.rules = rules;
        this.paint = paint;
    }

    /** Returns the lines on every file that has a problem. */
    public Stream<String> problems(Shown shown) {
        return shown.reports().stream()
                .flatMap(report -> report.files().stream()
                        .filter(file -> !file.problems().isEmpty())
                        .flatMap(file -> file(shown, report, file).stream()));
    }

    private List<String> file(Shown shown, Report report, FileReport file) {
        var source = report.texts().getOrDefault(file.path(), "").lines().toList();
        var said = new ArrayList<String>();
        for (var problem : file.problems()) {
            said.add(headline(shown.path(report, file.path()), problem));
            if (problem.at().line() <= source.size() && !problem.rule().equals(NEVER_SHOWN)) {
                Snippet.of(source.get(problem.at().line() - 1), problem.at())
                        .lines()
                        .forEach(line -> said.add(paint.faint().apply(line)));
            }
            var hint = rules.hint(problem.rule());
            if (!hint.isEmpty()) {
                said.add("      Hint: " + hint);
            }
        }
        said.add("");
        return said;
    }

    private String headline(String path, Problem problem) {
        var severity = problem.severity().name().toLowerCase(Locale.ROOT);
        var shown = problem.isError()
                ? paint.error().apply(severity)
                : paint.warning().apply(severity);
        return "%s:%d:%d: %s %s: found %s; wanted %s"
                .formatted(
                        Snippet.harmless(path),
                        problem.at().line(),
                        problem.at().column(),
                        shown,
                        problem.rule(),
                        Snippet.harmless(problem.found()),
                        Snippet.harmless(problem.wanted()));
    }

    /** Returns the last line. */
    public String totals(Totals totals) {
        var counted = "%s, %s, %s: %s, %s"
                .formatted(
                        count(totals.files(), "file"),
                        count(totals.runbooks(), "runbook"),
                        count(totals.steps(), "step"),
                        count(totals.errors(), "error"),
                        count(totals.warnings(), "warning"));
        return totals.errors() > 0
                ? paint.error().apply(counted)
                : totals.warnings() > 0 ? paint.warning().apply(counted) : counted;
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
