package dev.handrail.preview.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Problem;
import dev.handrail.preview.Manuscript;
import dev.handrail.preview.Rehearsal;
import dev.handrail.preview.SampleAlert;
import dev.handrail.preview.terminal.Span.Look;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.slack.Links;
import dev.handrail.slack.render.Projection;
import dev.handrail.slack.render.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A runbook from its card to its last step, each with its buttons and where they lead; then what is wrong with it. */
public final class Booklet {
    private static final Projection SLACK = new Projection(new Links("http://localhost"));

    private final Manuscript manuscript;
    private final SampleAlert alert;
    private final Paper paper;
    private final List<String> lines = new ArrayList<>();

    private Booklet(Manuscript manuscript, SampleAlert alert, Paper paper) {
        this.manuscript = manuscript;
        this.alert = alert;
        this.paper = paper;
    }

    /** Returns the lines of it. */
    public static List<String> lines(Manuscript manuscript, SampleAlert alert, Paper paper, Instant now) {
        var booklet = new Booklet(manuscript, alert, paper);
        manuscript.runbook().ifPresent(runbook -> booklet.runbook(runbook, now));
        booklet.problems();
        return booklet.lines;
    }

    private void runbook(Runbook runbook, Instant now) {
        lines.add(paper.painted(Span.of(runbook.path(), Look.BOLD))
                + " · revision "
                + runbook.revision().abbreviated());
        Rehearsal.of(manuscript, alert, now).ifPresent(begun -> {
            card(begun);
            for (var step : runbook.walk().steps()) {
                Rehearsal.of(manuscript, alert, now).ifPresent(walk -> step(walk, step));
            }
        });
    }

    private void card(Rehearsal rehearsal) {
        heading("Card in " + rehearsal.view().incident().channel());
        var root = SLACK.of(rehearsal.view()).getFirst();
        print(blocks(root));
        lines.add("");
        leads(List.of(new Lead("I'm on it", "step 1")));
    }

    private void step(Rehearsal rehearsal, Step step) {
        var shown = SLACK.of(rehearsal.at(step.id()).view()).stream()
                .filter(slot -> slot.key().startsWith("step/"))
                .reduce((_, last) -> last);
        heading("Step %d"
                .formatted(rehearsal
                        .plan()
                        .bookOf(step.id())
                        .map(book -> book.walk().number(step.id()))
                        .orElse(0)));
        shown.ifPresent(slot -> print(blocks(slot)));
        lines.add("");
        leads(new Leads(rehearsal.plan()).of(step));
    }

    private void heading(String title) {
        lines.add("");
        lines.add(paper.rule(title));
    }

    private static JsonNode blocks(Slot slot) {
        return Json.tree(slot.message().json());
    }

    private void print(JsonNode blocks) {
        lines.addAll(new BlockPrinter(paper).print(blocks));
    }

    private void leads(List<Lead> leads) {
        var widest = leads.stream()
                .mapToInt(lead -> Paper.columns(lead.button()))
                .max()
                .orElse(0);
        var room = Math.min(widest, paper.width() / 2) + 2;
        for (var lead : leads) {
            var button = "[" + lead.button() + "]";
            var gap = " ".repeat(Math.max(0, room - Paper.columns(button)));
            lines.addAll(paper.lines(
                    List.of(Span.of(button, Look.GREEN), Span.of(gap + " → " + lead.words())),
                    "  ",
                    " ".repeat(room + 5)));
        }
    }

    private void problems() {
        if (manuscript.problems().isEmpty()) {
            return;
        }
        heading("Problems");
        for (var problem : manuscript.problems()) {
            lines.addAll(paper.lines(spans(problem), "", "    "));
        }
    }

    private static List<Span> spans(Problem problem) {
        var severity = problem.isError() ? Span.of("error", Look.RED) : Span.of("warning", Look.YELLOW);
        return List.of(
                Span.of(problem.at() + ": ", Look.BOLD),
                severity,
                Span.of(" %s: found %s; wanted %s".formatted(problem.rule(), problem.found(), problem.wanted())));
    }
}
