package dev.handrail.draft;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.lint.evidence.RecordedAlert;
import dev.handrail.match.Match;
import dev.handrail.match.Matcher;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.parse.RunbookParser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the draft of a runbook for a library: found by the broadest rule that decides such alerts. */
public final class Drafting {
    private final Library library;
    private final Findings findings;
    private final Setting setting;

    public Drafting(Library library, Findings findings, Setting setting) {
        this.library = library;
        this.findings = findings;
        this.setting = setting;
    }

    public Draft draft() {
        var path = path();
        var rules = Telling.rules(findings.failure().labels());
        var decisive = rules.stream()
                .filter(rule -> decides(parsed(path, Optional.of(rule))))
                .findFirst();
        var rule = decisive.or(() -> rules.stream().findFirst());
        var text = Script.write(findings, setting, rule);
        var file = RunbookParser.parse(path, text);
        var alert = new RecordedAlert(
                findings.failure().labels(), findings.failure().annotations());
        return new Draft(
                path, text, new Proofreader(library, setting.today()).read(file, text, alert), decisive.isPresent());
    }

    private Parsed parsed(String path, Optional<MatchRule> rule) {
        return RunbookParser.parse(path, Script.write(findings, setting, rule));
    }

    /** Returns a name that no file of the library has. */
    private String path() {
        var slug =
                Slugs.of(Script.title(findings)).replaceAll("[^a-z0-9-]+", "").replaceAll("^-+|-+$|(?<=-)-+", "");
        var stem = slug.isEmpty() ? "incident-" + findings.failure().incident() : slug;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> stem + (number == 1 ? "" : "-" + number))
                .filter(name -> library.byId(name).isEmpty())
                .map(name -> name + ".md")
                .filter(path -> library.runbooks().stream()
                        .noneMatch(runbook -> runbook.file().equals(path)))
                .findFirst()
                .orElseThrow();
    }

    private boolean decides(Parsed file) {
        var labels = findings.failure().labels();
        var alert = new Alert(
                "draft",
                "",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                findings.failure().annotations(),
                Instant.EPOCH,
                Optional.empty());
        List<Runbook> all = Stream.concat(library.runbooks().stream(), file.runbooks().stream())
                .toList();
        return new Matcher(all)
                .certain(alert)
                .filter(match -> match instanceof Match.Matched matched
                        && matched.runbook().path().equals(file.path()))
                .isPresent();
    }
}
