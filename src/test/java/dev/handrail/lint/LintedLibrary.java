package dev.handrail.lint;

import dev.handrail.lint.against.Changes;
import dev.handrail.lint.check.Subject;
import dev.handrail.lint.evidence.RecordedAlerts;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.library.LibraryReader;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small library on disk, with an owner {@code payments} and a flow {@code orders} unless it says otherwise. */
public final class LintedLibrary {
    public static final String OWNERS = """
            default: commerce
            owners:
              commerce: {contacts: [{slack_user: U01ANA}, {email: commerce@example.org}]}
              payments: {contacts: [{slack_user: U02BEN}, {email: payments@example.org}]}
            """;
    public static final String FLOWS = """
            default_channel: "#commerce"
            flows:
              orders: {owner: commerce}
            """;

    private static final String ALERTS = "alerts.jsonl";
    private static final String BEFORE = "before/";

    private final Path folder;
    private List<String> alerts = List.of();
    private List<Parsed> before = List.of();

    public LintedLibrary(Path folder) {
        this.folder = folder;
    }

    public LintedLibrary withOwners() {
        return write("owners.yml", OWNERS).write("flows.yml", FLOWS);
    }

    /** Writes the files; {@code alerts.jsonl} are recorded alerts, and what is in {@code before/} is an older revision. */
    public LintedLibrary with(Map<String, String> files) {
        files.forEach((path, text) -> {
            if (path.equals(ALERTS)) {
                alerts = text.lines().toList();
            } else if (path.startsWith(BEFORE)) {
                var old = RunbookParser.parse(path.substring(BEFORE.length()), text);
                before = Stream.concat(before.stream(), Stream.of(old)).toList();
            } else {
                write(path, text);
            }
        });
        return this;
    }

    public LintedLibrary write(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Report report() {
        var survey = LibraryReader.survey(folder);
        var subject = new Subject(survey, RecordedAlerts.read(alerts), LocalDate.of(2026, 11, 21));
        return Linter.lint(subject, Changes.loosened(before, survey, Problem.Severity.WARNING));
    }

    public List<Problem> problems() {
        return report().files().stream()
                .flatMap(file -> file.problems().stream())
                .toList();
    }
}
