package dev.handrail.draft;

import dev.handrail.lint.Linter;
import dev.handrail.lint.check.Subject;
import dev.handrail.lint.evidence.RecordedAlert;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Names;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.CrossRules;
import dev.handrail.runbook.folder.EqualRules;
import dev.handrail.runbook.folder.Index;
import dev.handrail.runbook.folder.Survey;
import dev.handrail.runbook.library.Library;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lints a file that is not in the library yet as if it were: by every rule, and on the alerts that it is for. */
final class Proofreader {
    private final Library library;
    private final LocalDate today;

    Proofreader(Library library, LocalDate today) {
        this.library = library;
        this.today = today;
    }

    /** @param alert one that it is for */
    List<Problem> read(Parsed file, String text, RecordedAlert alert) {
        var subject = new Subject(survey(file, text), List.of(alert), today);
        return Linter.lint(subject, List.of()).only(file.path()::equals).files().stream()
                .flatMap(report -> report.problems().stream())
                .toList();
    }

    private Survey survey(Parsed file, String text) {
        var runbooks = Stream.concat(library.runbooks().stream(), file.runbooks().stream())
                .toList();
        var mentions = Map.of(file.path(), file.mentions());
        var problems = new Problems();
        problems.addAll(file.problems());
        var rules = new CrossRules(names(library.catalogue()), mentions, _ -> false);
        var index = Index.of(runbooks);
        for (Runbook runbook : file.runbooks()) {
            problems.addAll(rules.check(runbook, index));
        }
        new EqualRules(mentions, problems).check(runbooks);
        return new Survey(
                Path.of(""),
                Optional.of(library.catalogue()),
                runbooks,
                List.of(file),
                Map.of(file.path(), text),
                problems.sorted());
    }

    private static Names names(Catalogue catalogue) {
        return new Names(
                Optional.of(
                        catalogue.owners().keySet().stream().map(OwnerId::value).collect(Collectors.toSet())),
                Optional.of(catalogue.flows().keySet()));
    }
}
