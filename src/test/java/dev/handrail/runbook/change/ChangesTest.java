package dev.handrail.runbook.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.runbook.Walk;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesTest {
    private static final String FILE = """
            # Orders stuck

            ## Diagnosis

            ### Look

            How many
            are stuck?

            - **Many** → next
            - **None** → resolved

            ## Mitigation

            ### Replay

            Replay them.

            ```yaml handrail
            retry: manual
            key: "{{ order_id }}"
            limit: 3
            backoff: [2m, 5m]
            outcomes: {ok: Exported, failed: Not exported}
            ```

            - **Exported** → next
            - **Not exported** → [Replay](#replay)

            ### Clean up

            Remove the lock.

            - **Done** → resolved
            """;

    /** What is replaced in the file, and by what; and the words for it. */
    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("How many\nare stuck?", "How many are   stuck?", ""),
                Arguments.of("How many\nare stuck?", "How many wait?", "step 1 reworded"),
                Arguments.of(
                        "### Look", "### Look twice <a id=\"look\"></a>", "step 1 “Look” is now called “Look twice”"),
                Arguments.of(
                        "- **None** → resolved", "- **None** → escalate", "outcome “None” of step 1 leads elsewhere"),
                Arguments.of(
                        "- **None** → resolved",
                        "- **None** → resolved\n- **Exported late** → resolved",
                        "new outcome “Exported late” in step 1"),
                Arguments.of("- **None** → resolved\n", "", "outcome “None” of step 1 removed"),
                Arguments.of("limit: 3\nbackoff: [2m, 5m]", "limit: 2\nbackoff: [2m]", "limit of step 2: 3 -> 2"),
                Arguments.of("backoff: [2m, 5m]", "backoff: [1m, 5m]", "the retry of step 2 changed"),
                Arguments.of(
                        "### Clean up",
                        "### Wait\n\nWait a little.\n\n- **Waited** → next\n\n### Clean up",
                        "new step 3 “Wait”"),
                Arguments.of(
                        "### Clean up\n\nRemove the lock.\n\n- **Done** → resolved\n",
                        "",
                        "outcome “Exported” of step 2 leads elsewhere, step 3 “Clean up” removed"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void givenAnEdit_whenTheRevisionsAreCompared_thenItIsSaid(String text, String by, String words) {
        assertThat(FILE).contains(text);
        var changes = Changes.between(walk(FILE), walk(FILE.replace(text, by)));

        assertThat(changes.isEmpty() ? "" : Changes.words(changes)).isEqualTo(words);
    }

    @Test
    void givenStepsInAnotherOrder_whenCompared_thenThatIsSaid() {
        var steps = walk(FILE).steps();
        var turned = new Walk(steps.reversed());

        assertThat(Changes.between(new Walk(steps), turned)).contains(new Change.Reordered());
    }

    @Test
    void givenOnlyWordsAroundTheSteps_whenCompared_thenThatIsSaid() {
        assertThat(Changes.words(Changes.between(walk(FILE), walk(FILE.replace("# Orders", "# All orders")))))
                .isEqualTo("no step changed, only what stands around them");
    }

    private static Walk walk(String text) {
        return RunbookParser.parse("orders.md", text)
                .runbook()
                .orElseThrow(() -> new AssertionError(
                        RunbookParser.parse("orders.md", text).problems()))
                .walk();
    }
}
