package dev.handrail.cli.author;

import dev.handrail.cli.match.Answer;
import dev.handrail.cli.match.AnswerJson;
import dev.handrail.cli.match.AnswerText;
import dev.handrail.cli.match.Expected;
import dev.handrail.cli.match.Matching;
import dev.handrail.cli.match.Questions;
import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.cli.setup.Configuration;
import dev.handrail.cli.setup.ServerSettings;
import dev.handrail.match.Match;
import dev.handrail.match.Rungs;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.LibraryReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail match}: which runbook an alert would get, and why. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Says which runbook an alert would get, why, and why not another.",
            "The alert is a JSON file (an object with alertname, labels, annotations, or the body of an Alertmanager "
                    + "webhook), or labels on the command line. With --all, each line of a file is an alert, and its "
                    + "expected_runbook (a path in the library, or null for none) is a test.",
            "Asked in this order, and the first that answers decides: a runbook that the alert points to, the most "
                    + "precise match rule, a runbook of that name. If none does, runbooks whose text is like the alert's are "
                    + "suggested; a suggestion is no match."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:each alert is matched, or came out as expected_runbook says",
            " 1:an alert is not matched, an expectation is missed, or a line is not an alert",
            " 2:it could not begin: a wrong argument, or a file or folder that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail match alertname=OrderExportStalled flow=order-to-erp",
            "  handrail match alert.json",
            "  amtool alert query -o json | jq '{alerts: .}' | handrail match -",
            "  handrail match --all alerts.jsonl --runbooks runbooks         a regression test for CI",
            "  handrail match --all alerts.jsonl --format jsonl --no-names   what suggestions alone would do",
            ""
        })
public final class MatchCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON,
        JSONL;

        /** Picocli shows it as people type it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "ALERT", description = "a JSON file, '-' for standard input, or labels: name=value ...")
    private List<String> alert = List.of();

    @Option(
            names = "--all",
            paramLabel = "FILE",
            description = "an alert on each line, with what is expected of it; '-' too")
    private @Nullable String all;

    @Option(
            names = "--runbooks",
            paramLabel = "DIR",
            description = "the library's folder (default: the one that 'handrail serve' would use)")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); jsonl is one line per alert")
    @SuppressWarnings("NullAway.Init") // it has a default
    private Format format;

    @Option(
            names = "--no-names",
            description = "leave out pointers, equal names and rules that ask for an alertname: what is left are the "
                    + "other label rules and suggestions, of which the first then counts as the answer")
    private boolean noNames;

    @Override
    public Integer call() {
        var questions = questions();
        questions.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
        var matching = new Matching(runbooks(), noNames ? Rungs.WITHOUT_NAMES : Rungs.ALL);
        var explains = format == Format.TEXT;
        var answers = questions.questions().stream()
                .map(question -> explains ? matching.explain(question) : matching.answer(question))
                .toList();
        print(answers);
        var isGood = questions.problems().isEmpty() && answers.stream().allMatch(this::isGood);
        return isGood ? 0 : 1;
    }

    private Questions questions() {
        if (all != null) {
            if (!alert.isEmpty()) {
                throw new CannotStartException(
                        "--all reads its alerts from '%s'; found '%s' besides".formatted(all, String.join(" ", alert)));
            }
            return Questions.ofLines(all, text(all));
        }
        if (alert.isEmpty()) {
            throw new CannotStartException(
                    "Which alert? Wanted a JSON file, '-', labels as name=value, or --all FILE. Try 'handrail match --help'");
        }
        return alert.size() == 1 && !isLabel(alert.getFirst())
                ? Questions.ofDocument(alert.getFirst(), text(alert.getFirst()))
                : Questions.ofLabels(alert);
    }

    /** A file that is there is a file, whatever it is called. */
    private static boolean isLabel(String argument) {
        return argument.indexOf('=') > 0 && !Files.exists(Path.of(argument));
    }

    private String text(String file) {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotStartException("Cannot read the alerts: " + Reading.words(e), e);
        }
    }

    private List<Runbook> runbooks() {
        var library = folder == null ? configured() : folder;
        if (!Files.isDirectory(library)) {
            throw new CannotStartException("'%s' is no folder; --runbooks wants the library's".formatted(library));
        }
        try {
            var survey = LibraryReader.survey(library);
            var errors = survey.problems().stream().filter(Problem::isError).count();
            if (errors > 0) {
                spec.commandLine()
                        .getErr()
                        .println("%d errors in the runbooks, and a file with one is left out: see 'handrail lint %s'"
                                .formatted(errors, library));
            }
            return survey.runbooks();
        } catch (UncheckedIOException e) {
            throw new CannotStartException("Cannot read the runbooks: " + e.getMessage(), e);
        }
    }

    private static Path configured() {
        var reader = Configuration.read();
        var library = ServerSettings.library(reader);
        reader.check();
        return library;
    }

    private void print(List<Answer> answers) {
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> printText(answers, out);
            case JSON -> out.println(AnswerJson.document(answers));
            case JSONL -> answers.forEach(answer -> out.println(AnswerJson.line(answer)));
        }
        out.flush();
    }

    private void printText(List<Answer> answers, PrintWriter out) {
        if (all == null) {
            answers.forEach(answer -> out.println(AnswerText.of(answer)));
        } else {
            out.println(AnswerText.of(all, answers));
        }
    }

    /** One alert is asked about to be matched; a file of them, to come out as expected. */
    private boolean isGood(Answer answer) {
        var asks = all == null && answer.question().expected() instanceof Expected.Anything;
        return asks ? answer.match() instanceof Match.Matched : answer.isAsExpected();
    }
}
