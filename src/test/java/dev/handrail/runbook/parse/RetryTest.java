package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.clean;
import static dev.handrail.runbook.parse.Reading.outcomes;
import static dev.handrail.runbook.parse.Reading.problems;
import static dev.handrail.runbook.parse.Reading.rules;
import static dev.handrail.runbook.parse.Reading.runbook;
import static dev.handrail.runbook.parse.Reading.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Retry.TryOutcomes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Level 2: fences. */
class RetryTest {
    private static final String HEAD = "## Mitigation\n\n### Export\n\nSend it.\n\n";
    private static final String LIST =
            "\n- **Exported** → next\n- **Not exported** → [again](#export)\n- **Not sure** → escalate\n";
    private static final String RETRY = """
            retry: manual
            key: "{{ order_id }}"
            limit: 3
            backoff: [2m, 5m]
            outcomes: {ok: Exported, failed: Not exported, unknown: Not sure}
            """;

    private static String fence(String yaml) {
        return "```yaml handrail\n" + yaml + "```\n";
    }

    @Nested
    class GivenAManualRetry {
        @Test
        void whenParsed_thenAllOfItIsThereAndTheFenceIsNotShown() {
            var step = step(clean(HEAD + fence(RETRY) + "\nSafe to repeat.\n" + LIST), "export");

            assertThat(step.retry())
                    .contains(new Retry(
                            "manual",
                            "{{ order_id }}",
                            3,
                            List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
                            new TryOutcomes("Exported", "Not exported", Optional.of("Not sure"))));
            assertThat(step.text()).isEqualTo("Send it.\n\nSafe to repeat.");
            assertThat(outcomes(step))
                    .containsExactly("Exported -> resolved", "Not exported -> #export", "Not sure -> escalate ''");
        }

        @Test
        void whenTheStepHasNoList_thenTheOutcomesAreThoseOfATry() {
            var step =
                    step(clean(HEAD + fence("retry: manual\nkey: x\nlimit: 1\n") + "\n### Look\n\nLook.\n"), "export");

            assertThat(outcomes(step)).containsExactly("Worked -> #look", "Did not work -> #export");
            assertThat(step.retry().orElseThrow().outcomes())
                    .isEqualTo(new TryOutcomes("Worked", "Did not work", Optional.empty()));
        }

        @Test
        void whenItStandsInAListItem_thenItIsReadThere() {
            var text =
                    "## Fix\n\n1. Export.\n\n   ```yaml handrail\n   retry: manual\n   key: x\n   limit: 1\n   ```\n2. Look.\n";

            assertThat(step(clean(text), "export").retry()).isPresent();
            assertThat(step(clean(text), "export").text()).isEqualTo("Export.");
            assertThat(rules(text.replace("limit: 1", "limt: 1")))
                    .containsExactly("6:4 missing-key!", "8:4 unknown-key!");
        }
    }

    @Nested
    class GivenSlips {
        @Test
        void whenKeysAreMissing_thenEachIsNamed() {
            assertThat(rules(HEAD + fence("retry: manual\n"))).containsExactly("8:1 missing-key!", "8:1 missing-key!");
        }

        @Test
        void whenValuesAreWrong_thenEachIsNamed() {
            assertThat(
                            rules(
                                    HEAD
                                            + fence(
                                                    "retry: manual\nkey: {{ id }}\nlimit: 0\nbackoff: [5]\nlimits: 2\noutcomes: {okay: A}\n")))
                    .containsExactly(
                            "9:6 wrong-kind!",
                            "10:8 bad-value!",
                            "11:11 bad-duration!",
                            "12:1 unknown-key!",
                            "13:11 missing-key!",
                            "13:11 missing-key!",
                            "13:12 unknown-key!");
        }

        @Test
        void whenTheWaitsDoNotFit_thenBothNumbersAreNamed() {
            assertThat(problems(HEAD + fence(RETRY.replace("[2m, 5m]", "[2m]")) + LIST))
                    .containsExactly(
                            "11:1: error backoff-count: found 1 wait for 3 tries; wanted one fewer than the tries: 2");
            assertThat(problems(HEAD + fence("retry: manual\nkey: x\nlimit: 2\n")))
                    .containsExactly(
                            "8:1: error backoff-count: found 0 waits for 2 tries; wanted one fewer than the tries: 1");
        }

        @Test
        void whenALabelDoesNotExist_thenTheNearestIsNamed() {
            assertThat(problems(HEAD + fence(RETRY.replace("ok: Exported", "ok: Exportd")) + LIST))
                    .containsExactly("12:16: error unknown-outcome: found 'Exportd'; wanted 'Exported'");
        }

        @Test
        void whenThereIsAListAndNoOutcomesAreNamed_thenThatIsAnError() {
            assertThat(rules(HEAD + fence("retry: manual\nkey: x\nlimit: 1\n") + LIST))
                    .containsExactly("7:1 missing-key!");
        }

        @Test
        void whenThereAreTwo_thenTheSecondIsNamed() {
            assertThat(rules(HEAD + fence(RETRY) + "\n" + fence(RETRY) + LIST)).containsExactly("15:1 second-retry!");
        }

        @Test
        void whenTheKindIsNotClear_thenThatIsAnError() {
            assertThat(rules(HEAD + fence("retries: x\n"))).containsExactly("7:1 fence-kind!");
            assertThat(rules(HEAD + fence("check: http\nask: x\n"))).containsExactly("7:1 fence-kind!");
            assertThat(rules(HEAD + fence(""))).containsExactly("8:1 empty!");
        }

        @Test
        void whenItStandsWhereNoStepIs_thenThatIsAnError() {
            assertThat(rules("## Meaning\n\n" + fence(RETRY) + "\n## Fix\n\nDo.\n"))
                    .containsExactly("3:1 fence-outside-step!");
            assertThat(rules("## Fix\n\nDo.\n\n> " + fence(RETRY).replace("\n", "\n> ") + "\n"))
                    .containsExactly("5:3 nested-fence!");
        }
    }

    @Nested
    class GivenWhatHandrailDoesNotRunYet {
        private static String shown(String yaml) {
            var text = HEAD + fence(yaml) + LIST.replace("[again](#export)", "escalate");
            assertThat(runbook(text).walk().first().text()).contains("```yaml handrail\n" + yaml + "```");
            return String.join("\n", rules(text));
        }

        @Test
        void whenItIsACheck_thenItIsShownWithAWarning() {
            assertThat(shown("""
                    check: http
                    system: oms
                    path: /orders/{{ order_id }}/export
                    expect: status == 200
                    outcomes: {pass: Exported, fail: Not exported}
                    """)).isEqualTo("8:1 not-yet-run");
            assertThat(rules(HEAD + fence("check: htp\noutcomes: {pass: X}\n") + LIST))
                    .containsExactly("8:1 not-yet-run", "8:8 bad-value!", "9:18 unknown-outcome!");
        }

        @Test
        void whenItIsAQuestion_thenItIsShownWithAWarning() {
            assertThat(shown("ask: psp_reference\nhint: The reference\n")).isEqualTo("8:1 not-yet-run");
            assertThat(rules(HEAD + fence("ask: x\nhnt: y\n"))).containsExactly("8:1 not-yet-run", "9:1 unknown-key!");
        }

        @Test
        void whenItIsAnActionOfASystem_thenItIsShownWithAWarning() {
            assertThat(shown(RETRY.replace("manual", "replay-export"))).isEqualTo("8:1 not-yet-run");
            assertThat(runbook(HEAD + fence(RETRY.replace("manual", "replay-export")) + LIST)
                            .walk()
                            .first()
                            .retry())
                    .isEmpty();
        }

        @Test
        void whenAManualRetryAsksForApproval_thenItIsRunAndTheFenceIsShown() {
            var yaml = RETRY + "approve: {by: erp-integration}\n"
                    + "check_after: {after: 2m, promql: up, system: prometheus, expect: value < 50}\nwith: {order: x}\n";

            assertThat(shown(yaml)).isEqualTo("13:1 not-yet-run\n14:1 not-yet-run\n15:1 not-yet-run");
            assertThat(runbook(HEAD + fence(yaml) + LIST).walk().first().retry())
                    .isPresent();
        }
    }

    @Nested
    class GivenAFenceWithoutTheWord {
        @Test
        void whenParsed_thenItIsText() {
            var text = HEAD + fence(RETRY).replace("yaml handrail", "yaml");

            assertThat(clean(text).walk().first().text()).contains("retry: manual");
            assertThat(clean(HEAD + fence(RETRY).replace("yaml handrail", "yaml handrails"))
                            .walk()
                            .first()
                            .retry())
                    .isEmpty();
        }
    }
}
