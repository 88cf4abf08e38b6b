package dev.handrail.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import dev.handrail.run.Position;
import dev.handrail.slack.Links;
import dev.handrail.slack.render.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");
    private static final String WALK = """
            # Stuck

            ## Diagnosis

            ### Look at <pod>

            - **Fine** → resolved
            - **Later** → wait 10m, then [Try](#try)
            - **Elsewhere** → [Other](other.md)

            ## Mitigation

            ### Try

            ```yaml handrail
            retry: manual
            key: "a"
            limit: 2
            backoff: [3m]
            outcomes: {ok: Worked, failed: Failed}
            ```

            - **Worked** → resolved
            - **Failed** → [Try](#try)
            """;

    @TempDir
    private Path folder;

    private Rehearsal rehearsal() throws IOException {
        var file = Files.writeString(folder.resolve("stuck.md"), WALK);
        return Rehearsal.of(Manuscript.read(file), new SampleAlert(Map.of("pod", "api-1"), Map.of()), NOW)
                .orElseThrow();
    }

    /** Presses the button that Slack would show with this label. */
    private static Press button(Rehearsal rehearsal, String label) {
        for (var slot : new Projection(new Links("http://localhost")).of(rehearsal.view())) {
            for (var block : Json.tree(slot.message().json())) {
                for (var element : block.path("elements")) {
                    if (element.at("/text/text").asText().equals(label)) {
                        return new Press(
                                element.path("action_id").asText(),
                                element.path("value").asText(),
                                label,
                                "It smells");
                    }
                }
            }
        }
        throw new AssertionError("there is no button '%s'".formatted(label));
    }

    private static List<Press> press(Rehearsal rehearsal, String... labels) {
        var presses = new ArrayList<Press>();
        for (var label : labels) {
            var press = label.equals("time") ? new Press(Press.TIME, "", "", "") : button(rehearsal, label);
            assertThat(rehearsal.press(press)).as(label).isTrue();
            presses.add(press);
        }
        return presses;
    }

    private static String shown(Rehearsal rehearsal) {
        return Json.write(new Projection(new Links("http://localhost"))
                .of(rehearsal.view()).stream()
                        .map(slot -> slot.message().json())
                        .toList());
    }

    @Nested
    class GivenAFileAlone {
        @Test
        void whenWaitedAndTriedTooOften_thenItEscalatesAsARunWould() throws IOException {
            var rehearsal = rehearsal();

            press(rehearsal, "I'm on it", "Later", "time", "Start try 1 of 2", "Failed");
            assertThat(rehearsal.due()).hasValue(rehearsal.now().plus(Duration.ofMinutes(3)));
            press(rehearsal, "time", "Start try 2 of 2", "Failed");

            assertThat(rehearsal.state().position()).isInstanceOf(Position.Escalated.class);
            assertThat(shown(rehearsal)).contains("The owner (no owners.yml here)");
        }

        @Test
        void whenWalkedAgain_thenItIsTheSame() throws IOException {
            var first = rehearsal();
            var presses = press(first, "I'm on it", "Later", "Go on now");
            var second = rehearsal();
            presses.forEach(second::press);

            assertThat(shown(second)).isEqualTo(shown(first));
            assertThat(second.press(presses.getLast())).as("pressed once more").isFalse();
        }

        @Test
        void whenSomethingElseIsSeen_thenTheSentenceReachesTheOwner() throws IOException {
            var rehearsal = rehearsal();

            press(rehearsal, "I'm on it", "Something else…");

            assertThat(shown(rehearsal)).contains("It smells", "Look at");
        }

        @Test
        void whenARunbookIsMissing_thenTheJumpLeadsToItsStandIn() throws IOException {
            var rehearsal = rehearsal();

            press(rehearsal, "I'm on it", "Elsewhere");

            assertThat(shown(rehearsal)).contains("This runbook is not here", "other.md");
        }

        @Test
        void whenTheRunbookIsThere_thenTheWalkGoesOnInIt() throws IOException {
            Files.writeString(folder.resolve("other.md"), "# Other\n\n## Diagnosis\n\nLook at the other thing.\n");
            var rehearsal = rehearsal();

            press(rehearsal, "I'm on it", "Elsewhere", "Fixed");

            assertThat(rehearsal.state().position()).isInstanceOf(Position.Finished.class);
        }
    }

    @Nested
    class GivenALibrary {
        @Test
        void whenAFileOfItIsRead_thenItsOwnersAreAsked() throws IOException {
            var manuscript = Manuscript.read(Path.of("runbooks", "order-export-stuck.md"));
            var rehearsal =
                    Rehearsal.of(manuscript, SampleAlert.like(manuscript), NOW).orElseThrow();

            press(rehearsal, "I'm on it", "Oldest over 2 h");

            assertThat(manuscript.path()).isEqualTo("order-export-stuck.md");
            assertThat(shown(rehearsal)).contains("ERP integration team", "OrderExportStalled");
        }

        @Test
        void whenAFileHasErrors_thenThereIsNothingToWalk() throws IOException {
            var file = Files.writeString(folder.resolve("bad.md"), WALK.replace("(#try)", "(#tyr)"));
            var manuscript = Manuscript.read(file);

            assertThat(manuscript.isSound()).isFalse();
            assertThat(Rehearsal.of(manuscript, SampleAlert.like(manuscript), NOW))
                    .isEmpty();
        }
    }
}
