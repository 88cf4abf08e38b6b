package dev.handrail.lint;

import dev.handrail.lint.check.Checks;
import dev.handrail.lint.check.Subject;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says everything that is wrong in a library, at once. */
public final class Linter {
    private Linter() {}

    /** Reports what reading the library found, what the checks find, and {@code more}, which the caller found. */
    public static Report lint(Subject subject, List<Problem> more) {
        var survey = subject.survey();
        var problems = new Problems();
        problems.addAll(survey.problems());
        problems.addAll(Checks.look(subject));
        problems.addAll(more);
        var byFile = problems.sorted().stream()
                .collect(Collectors.groupingBy(problem -> problem.at().file(), TreeMap::new, Collectors.toList()));
        var parsed = survey.files().stream().collect(Collectors.toMap(Parsed::path, file -> file));
        var paths = new TreeSet<>(byFile.keySet());
        paths.addAll(survey.texts().keySet());
        var files = new ArrayList<FileReport>();
        for (var path : paths) {
            var runbooks =
                    Optional.ofNullable(parsed.get(path)).map(Parsed::runbooks).orElse(List.of());
            files.add(file(path, runbooks, byFile.getOrDefault(path, List.of())));
        }
        return new Report(survey.folder(), files, survey.texts());
    }

    private static FileReport file(String path, List<Runbook> runbooks, List<Problem> problems) {
        return new FileReport(
                path,
                runbooks.stream().findFirst().map(Runbook::id),
                runbooks.size(),
                runbooks.stream()
                        .mapToInt(runbook -> runbook.walk().steps().size())
                        .sum(),
                problems);
    }
}
