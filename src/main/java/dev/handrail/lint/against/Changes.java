package dev.handrail.lint.against;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a library's files loosen, compared with what they were: a problem each, where the new file says it. */
public final class Changes {
    private static final String WANTED = "what it was, or the owner's word that this is meant";

    private final Map<String, Runbook> byId = new HashMap<>();
    private final Map<String, Runbook> byPath = new HashMap<>();
    private final Map<String, Mentions> mentions = new HashMap<>();
    private final Map<String, Parsed> files = new HashMap<>();
    private final Problem.Severity severity;
    private final List<Problem> problems = new ArrayList<>();

    private Changes(Survey now, Problem.Severity severity) {
        this.severity = severity;
        now.runbooks().forEach(runbook -> {
            byId.putIfAbsent(runbook.id(), runbook);
            byPath.putIfAbsent(runbook.path(), runbook);
        });
        now.files().forEach(file -> {
            files.put(file.path(), file);
            mentions.put(file.path(), file.mentions());
        });
    }

    /** @param before the files as they were */
    public static List<Problem> loosened(List<Parsed> before, Survey now, Problem.Severity severity) {
        var changes = new Changes(now, severity);
        before.forEach(file -> file.runbooks().forEach(runbook -> changes.compare(new Side(runbook, file.mentions()))));
        return List.copyOf(changes.problems);
    }

    private void compare(Side before) {
        var was = before.runbook();
        var is = Optional.ofNullable(byId.get(was.id())).or(() -> Optional.ofNullable(byPath.get(was.path())));
        is.ifPresentOrElse(
                runbook -> Comparison.loosened(before, new Side(runbook, mentions(runbook)))
                        .forEach(loosened -> problems.add(problem(runbook, loosened))),
                () -> gone(was));
    }

    /** A file that is there and cannot be read has errors of its own. */
    private void gone(Runbook was) {
        if (was.status() == Runbook.Status.ACTIVE && !files.containsKey(file(was))) {
            problems.add(new Problem(
                    new Position(file(was), 1, 1),
                    severity,
                    "runbook-withdrawn",
                    "no such file, where it was active",
                    WANTED));
        }
    }

    private Problem problem(Runbook runbook, Loosened loosened) {
        var path = file(runbook);
        var at = loosened.step()
                .map(step -> new Position(path, step.line(), 1))
                .orElseGet(() -> mentions(runbook).at(loosened.key()));
        return new Problem(at, severity, loosened.rule(), loosened.is() + ", where it was " + loosened.was(), WANTED);
    }

    private Mentions mentions(Runbook runbook) {
        return mentions.getOrDefault(file(runbook), Mentions.none(file(runbook)));
    }

    private static String file(Runbook runbook) {
        return runbook.path().replaceFirst("#.*", "");
    }
}
