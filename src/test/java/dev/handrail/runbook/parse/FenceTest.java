package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.problems;
import static dev.handrail.runbook.parse.Reading.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Placed;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Probe;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Level 2: checks, questions and retries are read whole, be they run or not. */
class FenceTest {
    private static final String LIST = "\n- **Good** → next\n- **Bad** → escalate\n";

    private static String step(String yaml) {
        return "## Mitigation\n\n### Look\n\n```yaml handrail\n" + yaml + "```\n" + LIST
                + "\n### Then\n\n- **Yes** → resolved\n";
    }

    private static Mentions mentions(String yaml) {
        var parsed = RunbookParser.parse(Reading.PATH, step(yaml));
        assertThat(parsed.problems()).allMatch(problem -> problem.rule().equals("not-yet-run"));
        return parsed.mentions();
    }

    private static Fence fence(String yaml) {
        return mentions(yaml).fences().getFirst().fence();
    }

    private static List<String> errors(String yaml) {
        return rules(step(yaml)).stream().filter(rule -> rule.endsWith("!")).toList();
    }

    @Nested
    class GivenACheck {
        @Test
        void whenOfHttp_thenAllOfItIsKnownWithItsPlaces() {
            var yaml = """
                    check: http
                    system: oms
                    path: /orders/{{ order_id }}/export
                    expect: status == 200 && body.id == "{{ order_id }}"
                    outcomes: {pass: Good, fail: Bad}
                    auto: true
                    """;

            var check = (Fence.Check) fence(yaml);

            assertThat(check.probe().kind()).isEqualTo(Probe.Kind.HTTP);
            assertThat(check.probe().system().value()).isEqualTo("oms");
            assertThat(check.probe().system().at()).hasToString("orders/stuck.md:7:9");
            assertThat(check.probe().request().value().text()).isEqualTo("/orders/{{ order_id }}/export");
            assertThat(check.probe().expect()).isPresent();
            assertThat(check.outcomes().get("pass")).extracting(Placed::value).isEqualTo("Good");
            assertThat(check.isAutomatic()).isTrue();
            assertThat(mentions(yaml).fences().getFirst().placeholders())
                    .extracting(each -> each.at().line() + ":" + each.at().column() + " " + each.name())
                    .containsExactly("8:15 order_id", "9:38 order_id");
            assertThat(mentions(yaml).probes()).containsExactly(check.probe());
        }

        @Test
        void whenOfPromqlOrSql_thenTheRequestIsKnown() {
            assertThat(((Fence.Check) fence("check: promql\nsystem: prometheus\npromql: sum(up)\n"))
                            .probe()
                            .request()
                            .value()
                            .text())
                    .isEqualTo("sum(up)");
            var sql = (Fence.Check)
                    fence(
                            "check: sql\nsystem: db\nsql: |\n  select state\n  from orders where id = {{ order_id }}\nexpect: rows == 1\n");
            assertThat(sql.probe().request().value().placeholders().getFirst().at())
                    .hasToString("orders/stuck.md:10:26");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "check: htp                                        | 6:8 bad-value!",
                    "check: http;path: /x                              | 6:1 missing-key!",
                    "check: http;system: a                             | 6:1 missing-key!",
                    "check: http;system: a;promql: up                  | 6:1 missing-key! 8:1 unknown-key!",
                    "check: http;system: a;path: https://oms/x         | 8:7 bad-path!",
                    "check: http;system: a;path: //oms/x               | 8:7 bad-path!",
                    "check: http;system: a;path: /a b                  | 8:7 bad-path!",
                    "check: http;system: a;path: /x;expect: status = 1 | 9:16 bad-expectation!",
                    "check: http;system: a;path: /{{ a.b }}            | 8:8 bad-placeholder!",
                    "check: http;system: a;path: '/{{ a.b }}'          | 8:9 bad-placeholder!",
                    "check: sql;system: a;sql: delete from orders      | 8:6 check-writes!",
                    "check: sql;system: a;sql: select 1; drop table x  | 8:6 check-writes!",
                    "check: http;system: a;path: /x;outcomes: {pass: Good}                       | 9:1 missing-key!",
                    "check: http;system: a;path: /x;expect: status == 1;outcomes: {pass: Goood}  | 10:18 unknown-outcome!",
                    "check: http;system: a;path: /x;expect: status == 1;outcomes: {ok: Good}     | 10:12 unknown-key!",
                    "check: http;system: a;path: /x;auto: yes                                    | 9:7 bad-value!",
                    "check: http;system: a;path: /x;auto: true                                   | 9:1 auto-without-pass!",
                    "check: http;system: a;pth: /x                     | 6:1 missing-key! 8:1 unknown-key!"
                })
        void whenSomethingIsWrong_thenItsPlaceIsNamed(String yaml, String found) {
            assertThat(String.join(" ", errors(yaml.replace(";", "\n").replace("\n drop", "; drop") + "\n")))
                    .isEqualTo(found);
        }

        @Test
        void whenAStatementHasWordsInQuotes_thenTheyAreNotTakenForItsOwn() {
            assertThat(
                            errors(
                                    "check: sql\nsystem: db\nsql: select 1 from t where state = 'delete; drop' and \"update\" = 1\n"))
                    .isEmpty();
        }

        @Test
        void whenItGoesOnByItself_thenOnlyWherePeopleNeedNotDecide() {
            var check = "check: http\nsystem: a\npath: /x\nexpect: status == 200\nauto: true\noutcomes: {pass: Good}\n";

            assertThat(errors(check)).isEmpty();
            assertThat(rules(step(check).replace("**Good** → next", "**Good** → resolved")))
                    .contains("11:18 auto-to-resolved!");
            assertThat(rules(step(check)
                            .replace(
                                    LIST,
                                    "\n```yaml handrail\nretry: manual\nkey: x\nlimit: 1\n"
                                            + "outcomes: {ok: Good, failed: Bad}\n```\n" + LIST)))
                    .contains("5:1 auto-with-retry!");
        }
    }

    @Nested
    class GivenAQuestion {
        @Test
        void whenParsed_thenAllOfItIsKnown() {
            var ask = (Fence.Ask) fence("ask: psp_reference\nhint: In the dashboard\npattern: \"[A-Z0-9]{16}\"\n");

            assertThat(ask.name().value()).isEqualTo("psp_reference");
            assertThat(ask.hint()).isEqualTo("In the dashboard");
            assertThat(ask.pattern().orElseThrow().value()).isEqualTo("[A-Z0-9]{16}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "ask: PSP reference            | 6:6 bad-value!",
                    "ask: a;pattern: '[A-Z'        | 7:10 bad-pattern!",
                    "ask: a;pattern: '(?=x)'       | 7:10 bad-pattern!",
                    "ask: a;hnt: b                 | 7:1 unknown-key!",
                    "ask: [a]                      | 6:6 wrong-kind!"
                })
        void whenSomethingIsWrong_thenItsPlaceIsNamed(String yaml, String found) {
            assertThat(String.join(" ", errors(yaml.replace(";", "\n") + "\n"))).isEqualTo(found);
        }
    }

    @Nested
    class GivenAValueOfAnotherStep {
        private static String using(String name) {
            return step("ask: reference\n")
                    + "\n### Use\n\n```yaml handrail\nretry: manual\nkey: '{{ steps[\"" + name
                    + "\"].value }}'\nlimit: 1\n```\n";
        }

        @Test
        void whenThatStepGivesOne_thenItIsFine() {
            assertThat(rules(using("look"))).noneMatch(rule -> rule.endsWith("!"));
        }

        @Test
        void whenItDoesNot_thenThatIsNamed() {
            assertThat(problems(using("then")))
                    .anyMatch(line -> line.contains("error step-without-value: found 'then', a step with neither"));
            assertThat(problems(using("lok")))
                    .anyMatch(line -> line.endsWith("error unknown-step: found 'lok'; wanted 'look'"));
        }
    }

    @Nested
    class GivenARetry {
        private static final String YAML = """
                retry: replay-order-export
                with: {order: "{{ order_id }}", region: eu}
                key: "{{ order_id }}"
                limit: 2
                backoff: [2m]
                approve: {by: erp-integration, other_than: responder}
                check_after: {after: 2m, promql: 'sum(depth{flow="a"})', system: prometheus, expect: value < 50}
                outcomes: {ok: Good, failed: Bad}
                """;

        @Test
        void whenOfASystem_thenAllOfItIsKnownWithItsPlaces() {
            var retry = (Fence.Retry) fence(YAML);

            assertThat(retry.action().value()).isEqualTo("replay-order-export");
            assertThat(retry.with()).containsOnlyKeys("order", "region");
            assertThat(retry.limit().tries()).isEqualTo(2);
            assertThat(retry.approval().orElseThrow().by().value()).isEqualTo("erp-integration");
            assertThat(retry.approval().orElseThrow().by().at()).hasToString("orders/stuck.md:11:15");
            assertThat(retry.approval().orElseThrow().byAnother()).isTrue();
            assertThat(retry.checkAfter().orElseThrow().probe().system().value())
                    .isEqualTo("prometheus");
            assertThat(mentions(YAML).probes()).hasSize(1);
            assertThat(mentions(YAML).retries()).containsExactly(retry);
            assertThat(mentions(YAML).fences().getFirst().placeholders())
                    .extracting(each -> each.at().line() + ":" + each.at().column())
                    .containsExactly("8:7", "7:16");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "approve: {by: erp-integration, other_than: responder}|approve: {other_than: nobody} | 11:10 missing-key! 11:23 bad-value!",
                    "approve: {by: |approve: {buy: x, by:                         | 11:11 unknown-key!",
                    "after: 2m     |after: 2                                      | 12:22 bad-duration!",
                    "check_after: {after: 2m, |check_after: {                     | 12:14 missing-key!",
                    "system: prometheus, |                                        | 12:14 missing-key!",
                    ", expect: value < 50|                                        | 12:14 missing-key!",
                    "expect: value < 50|expect: value <                           | 12:93 bad-expectation!",
                    "promql: 'sum(depth{flow=\"a\"})'|path: /x, sql: select 1     | 12:14 check-after-kind!",
                    "promql: 'sum(depth{flow=\"a\"})', |                          | 12:14 check-after-kind!",
                    "key: \"{{ order_id }}\"|key: \"{{ order-id }}\"             | 8:7 bad-placeholder!",
                    "ok: Good, |                                                  | 13:11 missing-key!",
                    "with: {order: |with: {order: [1], x:                         | 7:15 wrong-kind!"
                })
        void whenSomethingIsWrong_thenItsPlaceIsNamed(String good, String bad, String found) {
            assertThat(String.join(" ", errors(YAML.replace(good.strip(), bad == null ? "" : bad.strip()))))
                    .isEqualTo(found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check: http\nsystem: a\npath: /x\n", "ask: a\n", "retry: manual\nkey: x\nlimit: 1\n"})
    void givenAKeyThatIsFree_whenParsed_thenThereIsNoError(String yaml) {
        assertThat(rules("## Fix\n\n```yaml handrail\n" + yaml + "x-note: any\n```\n"))
                .noneMatch(rule -> rule.endsWith("!"));
    }
}
