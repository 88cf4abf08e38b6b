package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.cli.setup.Home;
import dev.handrail.lint.Linter;
import dev.handrail.lint.Report;
import dev.handrail.lint.against.Changes;
import dev.handrail.lint.against.GitTree;
import dev.handrail.lint.against.NoSuchRevisionException;
import dev.handrail.lint.check.Subject;
import dev.handrail.lint.evidence.RecordedAlert;
import dev.handrail.lint.evidence.RecordedAlerts;
import dev.handrail.lint.print.Format;
import dev.handrail.lint.print.Shown;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.folder.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail lint}: says everything that is wrong in runbooks and in the files beside them. Starts no server. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says everything that is wrong in runbooks, all of it at once: file, line, what was found, what is wanted.",
            "A file is linted within its library, the nearest folder above it with owners.yml or flows.yml."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:no error; warnings do not count, except with --strict",
            " 1:something is wrong",
            " 2:it could not begin: no such file, option, rule or revision"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail lint                                the library that 'handrail serve' would use",
            "  handrail lint runbooks/order-export-stuck.md",
            "  handrail lint --fix                          mend what has only one possible meaning",
            "  handrail lint --alerts recorded.jsonl        also: which rules meet no alert, which meet two",
            "  handrail lint --against origin/main --strict what this branch loosens, in CI",
            "  handrail lint --explain unknown-key",
            ""
        })
public final class LintCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders. By default the library.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(names = "--fix", description = "Mend what has only one possible meaning, and say what was done.")
    private boolean fix;

    @Option(names = "--strict", description = "Warnings are failures too.")
    private boolean strict;

    @Option(names = "--quiet", description = "Text without the line of totals; nothing at all if nothing is wrong.")
    private boolean quiet;

    @Option(
            names = "--alerts",
            paramLabel = "FILE",
            description = "Recorded alerts, a JSON object a line, by which 'match' and placeholders are tried.")
    private @Nullable Path alerts;

    @Option(
            names = "--against",
            paramLabel = "REV",
            description = "Also say what was loosened since this git revision: stop rules, limits, approvals.")
    private @Nullable String against;

    @Option(names = "--rules", description = "List all rules, and do nothing else.")
    private boolean rules;

    @Option(names = "--explain", paramLabel = "RULE", description = "Explain a rule by examples, and do nothing else.")
    private @Nullable String explain;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    private final RuleBook book = new RuleBook();

    @Override
    public Integer call() {
        var says = new LintPrinter(spec.commandLine(), book);
        if (rules) {
            says.rules();
            return 0;
        }
        if (explain != null) {
            says.explain(explain);
            return 0;
        }
        var reports = reports(says);
        var shown = new Shown(reports, format == Format.SARIF || format == Format.GITHUB ? root() : Path.of(""));
        says.report(shown, format, quiet);
        var totals = shown.totals();
        return totals.errors() > 0 || (strict && totals.warnings() > 0) ? FAILED : 0;
    }

    private List<Report> reports(LintPrinter says) {
        var recorded = recorded();
        var asked = paths.isEmpty() ? List.of(Home.ofLauncher().library()) : paths;
        var reports = new ArrayList<Report>();
        for (var target : LintTarget.of(asked)) {
            var report = report(target, target.survey(), recorded);
            if (fix) {
                var done = new Rewriter(report).mend(target::covers);
                done.forEach(line -> says.aside(line, format));
                report = done.isEmpty() ? report : report(target, target.survey(), recorded);
            }
            reports.add(report.only(target::covers));
        }
        return reports;
    }

    private Report report(LintTarget target, Survey survey, List<RecordedAlert> recorded) {
        var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault());
        return Linter.lint(new Subject(survey, recorded, today), loosened(target, survey));
    }

    private List<Problem> loosened(LintTarget target, Survey survey) {
        if (against == null) {
            return List.of();
        }
        try {
            var before = new GitTree(target.folder(), against).files();
            return Changes.loosened(before, survey, strict ? Problem.Severity.ERROR : Problem.Severity.WARNING);
        } catch (NoSuchRevisionException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<RecordedAlert> recorded() {
        if (alerts == null) {
            return List.of();
        }
        try {
            return RecordedAlerts.read(Files.readAllLines(alerts));
        } catch (IOException e) {
            throw new CannotStartException("The recorded alerts in " + alerts + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(alerts + ": " + e.getMessage(), e);
        }
    }

    /** Viewers know files from the repository's root. */
    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return here;
    }
}
