package dev.handrail.lint.print;

import dev.handrail.lint.Report;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.source.Problem;
import java.util.stream.Stream;

/**
 * A report as GitHub's workflow commands, a line for each problem.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">GitHub: workflow commands</a>
 */
public final class GithubPrint {
    private final RuleBook rules;

    public GithubPrint(RuleBook rules) {
        this.rules = rules;
    }

    public Stream<String> print(Shown shown) {
        return shown.reports().stream()
                .flatMap(report -> report.files().stream()
                        .flatMap(file -> file.problems().stream())
                        .map(problem -> line(shown, report, problem)));
    }

    private String line(Shown shown, Report report, Problem problem) {
        var at = problem.at();
        var hint = rules.hint(problem.rule());
        return "::%s file=%s,line=%d,col=%d,title=%s::%s"
                .formatted(
                        problem.isError() ? "error" : "warning",
                        property(shown.path(report, at.file())),
                        at.line(),
                        at.column(),
                        property(problem.rule()),
                        data("found %s; wanted %s%s"
                                .formatted(
                                        problem.found(), problem.wanted(), hint.isEmpty() ? "" : "\nHint: " + hint)));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
