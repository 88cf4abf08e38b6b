package dev.handrail.platform.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that Handrail cannot start with; the message lists every one and can be shown as it stands. */
public final class InvalidSettingsException extends RuntimeException {
    private final transient List<SettingProblem> problems;

    public InvalidSettingsException(List<SettingProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<SettingProblem> problems() {
        return problems;
    }

    private static String message(List<SettingProblem> problems) {
        var headline = problems.size() == 1 ? "One setting is wrong:" : problems.size() + " settings are wrong:";
        return problems.stream()
                .map(problem -> "  %s\n    found   %s\n    wanted  %s"
                        .formatted(problem.variable(), problem.found(), problem.wanted()))
                .collect(Collectors.joining("\n", headline + "\n", ""));
    }
}
