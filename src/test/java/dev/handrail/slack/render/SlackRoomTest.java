package dev.handrail.slack.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.platform.Json;
import dev.handrail.run.Book;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import dev.handrail.runbook.parse.Piece;
import dev.handrail.runbook.parse.RunbookParser;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Links;
import dev.handrail.slack.Plans;
import dev.handrail.slack.modal.StepsModal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Each step of each runbook fits Slack, and shows all of its text or says where the rest is. */
class SlackRoomTest {
    private static final Path SHIPPED = Path.of("runbooks");
    private static final Path COMMUNITY = Path.of("../shared/data/runbooks/prometheus-operator");
    private static final AlertSummary NO_LABELS = new AlertSummary(1, 1, Map.of(), Map.of(), Optional.empty());

    @Test
    void givenTheShippedRunbooks_whenEachStepIsShown_thenItFitsAndNothingIsCutSilently() throws IOException {
        assertThat(shown(SHIPPED)).isGreaterThan(100);
    }

    @Test
    void givenOtherPeoplesRunbooks_whenEachStepIsShown_thenItFitsAndNothingIsCutSilently() throws IOException {
        assumeTrue(Files.isDirectory(COMMUNITY));

        assertThat(shown(COMMUNITY)).isGreaterThan(108);
    }

    /** Returns how many steps there are. */
    private static int shown(Path folder) throws IOException {
        var steps = 0;
        var softly = new SoftAssertions();
        for (var runbook : runbooks(folder)) {
            for (var step : runbook.walk().steps()) {
                check(runbook, step, softly);
                steps++;
            }
        }
        softly.assertAll();
        System.out.printf("%s: %d steps shown%n", folder, steps);
        return steps;
    }

    private static List<Runbook> runbooks(Path folder) throws IOException {
        var runbooks = new ArrayList<Runbook>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(SlackRoomTest::isRunbook).sorted().toList()) {
                runbooks.addAll(RunbookParser.parse(folder.relativize(path).toString(), Files.readString(path))
                        .runbooks());
            }
        }
        return runbooks;
    }

    private static boolean isRunbook(Path path) {
        return path.toString().endsWith(".md") && !path.endsWith("README.md");
    }

    private static void check(Runbook runbook, Step step, SoftAssertions softly) {
        var alone = alone(step);
        var drill = Drill.of(plan(runbook, alone)).with(NO_LABELS).acknowledges(Drill.ANA);
        var slots = Golden.slots(drill.view());
        var slot = slots.stream()
                .filter(each -> each.key().startsWith("step/"))
                .findFirst()
                .orElseThrow();
        var name = runbook.path() + "#" + step.id();
        var message = slot.message().json();
        if (message.contains("the rest does not fit here")) {
            softly.assertThat(message).as(name).contains("Show all", "https://handrail.example/");
            var modal = StepsModal.one(drill.view(), new Links("https://handrail.example"), alone.id());
            softly.assertThat(ViewCheck.of(Json.tree(modal))).as(name).isEmpty();
        } else {
            softly.assertThat(missing(step.text(), message)).as(name).isEmpty();
        }
    }

    /** The step with the labels that it has, leading nowhere else. */
    private static Step alone(Step step) {
        var outcomes = step.outcomes().stream()
                .map(outcome -> new Outcome(outcome.label(), new Target.Resolved()))
                .toList();
        return new Step(
                step.id(), Step.Part.VERIFICATION, step.title(), step.text(), outcomes, step.retry(), step.line());
    }

    private static Plan plan(Runbook runbook, Step step) {
        var plan = Plans.of(new Walk(List.of(step)));
        var book = plan.book().orElseThrow();
        var own = new Book(
                runbook.id(),
                runbook.path(),
                runbook.revision(),
                runbook.title(),
                runbook.sections(),
                book.walk(),
                book.owner(),
                book.policy());
        return new Plan(List.of(own), plan.owner(), plan.policy(), plan.resolve(), plan.reopenWithin());
    }

    /** Returns the pieces of a text that a message does not show: their words in order, and where their links lead. */
    static List<Piece> missing(String text, String message) {
        var blocks = Json.tree(message);
        var shown = bare(strings(blocks, "text") + "\n" + strings(blocks, "url"));
        return Piece.of(text).stream()
                .filter(piece ->
                        piece.kind() != Piece.Kind.DEFINITION && !piece.text().startsWith("<!--"))
                .filter(piece -> !shows(shown, piece))
                .toList();
    }

    private static boolean shows(String shown, Piece piece) {
        return switch (piece.kind()) {
            case LINK, PICTURE -> shown.contains(bare(piece.text().replaceFirst("(?s)^.*\\((.*)\\)$", "$1")));
            case CODE, HEADING, PARAGRAPH, CELL, HTML, DEFINITION ->
                List.of(piece.text()
                                .replaceAll("<!--.*?-->|^yaml handrail ", "")
                                .split("\\s+"))
                        .stream()
                        .map(SlackRoomTest::bare)
                        .allMatch(shown::contains);
        };
    }

    /** Returns all strings of that name, in order. */
    private static String strings(JsonNode node, String name) {
        if (node.path(name).isTextual()) {
            return node.path(name).asText();
        }
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all.stream().map(each -> strings(each, name)).collect(Collectors.joining("\n"));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
