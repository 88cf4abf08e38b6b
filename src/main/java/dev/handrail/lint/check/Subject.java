package dev.handrail.lint.check;

import dev.handrail.lint.evidence.RecordedAlert;
import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.Survey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the checks look at: the files, the alerts there were, and what day it is. */
public final class Subject {
    private final Survey survey;
    private final List<RecordedAlert> alerts;
    private final LocalDate today;
    private final Map<String, Mentions> mentions;

    /**
     * @param alerts recorded ones; none if nobody gave any, and then nothing is said of what alerts meet
     * @param today by which reviews are overdue
     */
    public Subject(Survey survey, List<RecordedAlert> alerts, LocalDate today) {
        this.survey = survey;
        this.alerts = List.copyOf(alerts);
        this.today = today;
        this.mentions = survey.files().stream().collect(Collectors.toMap(Parsed::path, Parsed::mentions));
    }

    public Survey survey() {
        return survey;
    }

    List<RecordedAlert> alerts() {
        return alerts;
    }

    LocalDate today() {
        return today;
    }

    Stream<Runbook> active() {
        return survey.runbooks().stream().filter(runbook -> runbook.status() == Runbook.Status.ACTIVE);
    }

    String text(String path) {
        return survey.texts().getOrDefault(path, "");
    }

    /** Returns where a key of a runbook's front matter stands. */
    Position at(Runbook runbook, String key) {
        var path = file(runbook);
        return mentions.getOrDefault(path, Mentions.none(path)).at(key);
    }

    /** Returns the file that a runbook stands in: one may hold several. */
    static String file(Runbook runbook) {
        var hash = runbook.path().indexOf('#');
        return hash < 0 ? runbook.path() : runbook.path().substring(0, hash);
    }
}
