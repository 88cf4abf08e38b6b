package dev.handrail.cli.doctor;

import dev.handrail.cli.setup.Configuration;
import dev.handrail.cli.setup.Database;
import dev.handrail.cli.setup.ServerSettings;
import dev.handrail.platform.Json;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.runbook.git.GitSettings;
import dev.handrail.slack.SlackSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handrail doctor}: looks at everything that an alert needs on its way to a person. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong with this installation, and what to do: settings, database, runbooks, Slack, channels, owners.",
            "It reads the same settings as 'handrail serve', changes nothing, and prints no secret."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:nothing fails; there may be warnings", " 1:something fails"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail doctor",
            "  handrail doctor --send '#order-flows'     and write one message there",
            "  handrail doctor --format json             for a monitor",
            ""
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    /** How it is printed. */
    enum Format {
        TEXT,
        JSON;

        /** Picocli shows it as people type it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(names = "--send", paramLabel = "CHANNEL", description = "write a test message there, #name or C...")
    private @Nullable String send;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "one of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        var findings = look(Configuration.read());
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> findings.forEach(finding -> out.println(line(finding)));
            case JSON -> out.println(Json.write(findings));
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL) ? FAILED : 0;
    }

    private List<Finding> look(SettingsReader reader) {
        var database = Database.read(reader, ServerSettings.H2_FILE);
        var slack = SlackSettings.read(reader);
        var git = GitSettings.read(reader);
        var folder = git.isEmpty() ? Optional.of(ServerSettings.library(reader)) : Optional.<Path>empty();
        var problems = reader.problems();
        if (!problems.isEmpty()) {
            return problems.stream()
                    .map(problem -> Finding.fail(
                            "setting " + problem.variable(), "found " + problem.found(), "wanted " + problem.wanted()))
                    .toList();
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok("settings", "all that are set can be read"));
        findings.add(HouseChecks.database(database));
        var library = folder.map(HouseChecks::library);
        library.ifPresentOrElse(
                read -> findings.addAll(read.findings()),
                () -> findings.add(Finding.warn(
                        "runbooks",
                        "they come from git, and are not read here",
                        "look at /operators of the running Handrail, or run 'handrail lint' in a checkout")));
        findings.addAll(slack(slack, library));
        return findings;
    }

    private List<Finding> slack(SlackSettings settings, Optional<HouseChecks.Read> library) {
        var findings = new ArrayList<Finding>();
        try (var calls = new SlackCalls(settings.apiUrl(), InstantSource.system())) {
            var checks = new SlackChecks(settings, calls);
            findings.addAll(checks.all());
            if (findings.getFirst().level() == Finding.Level.FAIL) {
                return findings;
            }
            library.flatMap(HouseChecks.Read::catalogue)
                    .ifPresent(catalogue -> findings.addAll(new PeopleChecks(catalogue, settings, calls).all()));
            if (send != null) {
                findings.add(checks.send(send));
            }
        }
        return findings;
    }

    private static String line(Finding finding) {
        var mark = switch (finding.level()) {
            case OK -> "ok  ";
            case WARN -> "warn";
            case FAIL -> "FAIL";
        };
        var todo = finding.todo().isEmpty() ? "" : "\n        do: " + finding.todo();
        return "%s  %s: %s%s".formatted(mark, finding.about(), finding.says(), todo);
    }
}
