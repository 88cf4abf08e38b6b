package dev.handrail.slack.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.runbook.parse.Piece;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Links;
import dev.handrail.slack.modal.StepsModal;
import dev.handrail.slack.render.ShownSteps.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Each step of each runbook fits Slack, and shows all of its text or says where the rest is. */
class SlackRoomTest {

    @Test
    void givenTheShippedRunbooks_whenEachStepIsShown_thenItFitsAndNothingIsCutSilently() throws IOException {
        assertThat(shown(ShownSteps.SHIPPED)).isGreaterThan(100);
    }

    @Test
    void givenOtherPeoplesRunbooks_whenEachStepIsShown_thenItFitsAndNothingIsCutSilently() throws IOException {
        assumeTrue(Files.isDirectory(ShownSteps.COMMUNITY));

        assertThat(shown(ShownSteps.COMMUNITY)).isGreaterThan(108);
    }

    /** Returns how many steps there are. */
    private static int shown(Path folder) throws IOException {
        var steps = 0;
        var softly = new SoftAssertions();
        for (var runbook : ShownSteps.runbooks(folder)) {
            for (var shown : ShownSteps.of(runbook)) {
                check(shown, softly);
                steps++;
            }
        }
        softly.assertAll();
        System.out.printf("%s: %d steps shown%n", folder, steps);
        return steps;
    }

    private static void check(Shown shown, SoftAssertions softly) {
        var message = shown.slot().message().json();
        if (message.contains("the rest does not fit here")) {
            softly.assertThat(message).as(shown.name()).contains("Show all", "https://handrail.example/");
            var view = shown.drill().view();
            var modal = StepsModal.one(
                    view, new Links("https://handrail.example"), shown.step().id());
            softly.assertThat(ViewCheck.of(Json.tree(modal))).as(shown.name()).isEmpty();
        } else {
            softly.assertThat(missing(shown.step().text(), message))
                    .as(shown.name())
                    .isEmpty();
        }
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
