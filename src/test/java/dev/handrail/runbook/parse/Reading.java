package dev.handrail.runbook.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.util.List;

/** A text parsed as {@code orders/stuck.md}, for tests. */
final class Reading {
    static final String PATH = "orders/stuck.md";

    private Reading() {}

    /** Returns the runbook; fails if there is a problem, be it a warning. */
    static Runbook clean(String text) {
        var parsed = RunbookParser.parse(PATH, text);
        assertThat(parsed.problems()).isEmpty();
        return parsed.runbook().orElseThrow();
    }

    static Runbook runbook(String text) {
        var parsed = RunbookParser.parse(PATH, text);
        return parsed.runbook()
                .orElseThrow(() -> new AssertionError(parsed.problems().toString()));
    }

    static List<String> problems(String text) {
        return RunbookParser.parse(PATH, text).problems().stream()
                .map(Problem::toString)
                .map(line -> line.substring(PATH.length() + 1))
                .toList();
    }

    /** Returns each problem as {@code line:column rule}, errors with {@code !}. */
    static List<String> rules(String text) {
        return RunbookParser.parse(PATH, text).problems().stream()
                .map(problem -> "%d:%d %s%s"
                        .formatted(
                                problem.at().line(),
                                problem.at().column(),
                                problem.rule(),
                                problem.isError() ? "!" : ""))
                .toList();
    }

    static List<String> ids(Runbook runbook) {
        return runbook.walk().steps().stream().map(Step::id).map(StepId::value).toList();
    }

    static Step step(Runbook runbook, String id) {
        return runbook.walk().step(new StepId(id));
    }

    /** Returns each outcome as {@code label -> target}. */
    static List<String> outcomes(Step step) {
        return step.outcomes().stream().map(Reading::words).toList();
    }

    private static String words(Outcome outcome) {
        return outcome.label() + " -> " + words(outcome.target());
    }

    private static String words(Target target) {
        return switch (target) {
            case Target.ToStep to -> "#" + to.step();
            case Target.Resolved _ -> "resolved";
            case Target.Escalate escalate -> "escalate '" + escalate.reason() + "'";
            case Target.Wait wait -> "wait " + wait.time().toMinutes() + "m " + words(wait.then());
            case Target.ToRunbook to ->
                to.path() + to.step().map(id -> "#" + id).orElse("");
        };
    }
}
