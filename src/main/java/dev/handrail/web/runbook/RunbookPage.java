package dev.handrail.web.runbook;

import dev.handrail.platform.source.Problem;
import dev.handrail.proposal.Proposals;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.web.runbook.RunbookRow.ChangeShown;
import dev.handrail.web.timeline.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One runbook.
 *
 * @param row what the list shows of it
 * @param problems of the file as it is now; while one is an error, what is shown is the last good revision
 * @param changes who changed it, newest first; absent if the files are not from git
 * @param proposals rules that people's picks propose for it
 */
public record RunbookPage(
        RunbookRow row,
        List<SectionShown> sections,
        List<StepShown> steps,
        List<Problem> problems,
        Optional<List<ChangeShown>> changes,
        List<IncidentShown> incidents,
        List<ProposalShown> proposals) {
    /** @param html safe to show */
    public record SectionShown(String name, String html) {}

    /** @param html safe to show */
    public record StepShown(
            String anchor, int number, String title, String part, String html, List<OutcomeShown> outcomes) {
        public StepShown {
            outcomes = List.copyOf(outcomes);
        }
    }

    public record OutcomeShown(String label, String leads) {}

    public record IncidentShown(long id, String title, String opened, boolean isOpen) {}

    /** @param patch empty where the file must be edited by hand */
    public record ProposalShown(String rule, int picks, long incident, String by, String patch) {
        static ProposalShown of(Proposals.Open open) {
            var newest = open.proposal().newest();
            return new ProposalShown(
                    open.proposal().rule().toString(),
                    open.proposal().picks(),
                    newest.incident().value(),
                    newest.by(),
                    open.patch().orElse(""));
        }
    }

    public RunbookPage {
        sections = List.copyOf(sections);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
        changes = changes.map(List::copyOf);
        incidents = List.copyOf(incidents);
        proposals = List.copyOf(proposals);
    }

    static RunbookPage of(Bookshelf shelf, Runbook runbook, LocalDate today) {
        var changes = shelf.changes(runbook);
        var newest = changes.flatMap(all -> all.stream().findFirst());
        var markdown = new MarkdownHtml(shelf.library(), runbook.path());
        return new RunbookPage(
                RunbookRow.of(shelf, runbook, newest, today),
                sections(runbook, markdown),
                steps(runbook, markdown),
                shelf.problems(runbook.file()),
                changes.map(all -> all.stream().map(ChangeShown::of).toList()),
                shelf.incidents(runbook).stream()
                        .map(view -> view.incident())
                        .map(incident -> new IncidentShown(
                                incident.id().value(),
                                incident.title(),
                                Times.minute(incident.openedAt()),
                                incident.isOpen()))
                        .toList(),
                shelf.proposals(runbook).stream().map(ProposalShown::of).toList());
    }

    /** Says whether the file is broken, so that an older text of it is shown. */
    public boolean isLastGood() {
        return problems.stream().anyMatch(Problem::isError);
    }

    private static List<SectionShown> sections(Runbook runbook, MarkdownHtml markdown) {
        var sections = runbook.sections();
        return Stream.of(
                        new SectionShown("Meaning", sections.meaning()),
                        new SectionShown("Impact", sections.impact()),
                        new SectionShown("Causes", sections.causes()),
                        new SectionShown("Escalation", sections.escalation()),
                        new SectionShown("References", sections.references()))
                .filter(section -> !section.html().isBlank())
                .map(section -> new SectionShown(section.name(), markdown.html(section.html())))
                .toList();
    }

    private static List<StepShown> steps(Runbook runbook, MarkdownHtml markdown) {
        var steps = runbook.walk().steps();
        return steps.stream()
                .map(step -> shown(runbook, step, steps.indexOf(step) + 1, markdown))
                .toList();
    }

    private static StepShown shown(Runbook runbook, Step step, int number, MarkdownHtml markdown) {
        return new StepShown(
                "step-" + step.id(),
                number,
                step.title(),
                step.part().name().toLowerCase(Locale.ROOT),
                markdown.html(step.text()),
                step.outcomes().stream()
                        .map(outcome ->
                                new OutcomeShown(outcome.label(), TargetWords.of(outcome.target(), runbook.walk())))
                        .toList());
    }
}
