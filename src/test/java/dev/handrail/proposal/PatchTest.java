package dev.handrail.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {
    private static final String BODY =
            "# Order export stalled\n\n## Diagnosis\n\n### Look\n\nLook.\n\n- **Fine** → resolved\n";
    private static final MatchRule RULE = rule("OrderExportLate");

    @TempDir
    private Path library;

    private static MatchRule rule(String name) {
        return new MatchRule(List.of(
                new LabelMatcher("alertname", LabelMatcher.Operator.EQUAL, name),
                new LabelMatcher("flow", LabelMatcher.Operator.EQUAL, "order-to-erp")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "---\nid: stalled\n---\n",
                "---\n---\n",
                "---\nmatch:\n  - alertname=\"A\"\nid: stalled\n---\n",
                "---\nmatch: # two of them\n- alertname=\"A\"\n- '{alertname=\"B\"}'\n---\n",
                "---\nid: stalled\nmatch: [alertname=\"A\", 'alertname=\"B\"']\nowner: erp\n---\n",
                "---\nmatch: []  # none yet\n---\n",
            })
    void whenARuleIsProposed_thenGitAppliesThePatchAndTheFileHasItBesidesItsOwn(String front) throws IOException {
        for (var text : List.of(front + BODY, (front + BODY).stripTrailing(), (front + BODY).replace("\n", "\r\n"))) {
            var applied = applied(text, RULE);
            var before = RunbookParser.parse("export/stalled.md", text);
            var after = RunbookParser.parse("export/stalled.md", applied);

            assertThat(after.problems()).filteredOn(Problem::isError).isEmpty();
            assertThat(after.runbooks().getFirst().match())
                    .containsExactlyElementsOf(Stream.concat(
                                    before.runbooks().getFirst().match().stream(), Stream.of(rule("OrderExportLate")))
                            .toList());
            assertThat(after.runbooks().getFirst().walk().steps())
                    .extracting(step -> step.id() + step.text() + step.outcomes())
                    .isEqualTo(before.runbooks().getFirst().walk().steps().stream()
                            .map(step -> step.id() + step.text() + step.outcomes())
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"It's \"late\"", "a: b # c", "back\\slash", "{x}", "ünï <!channel>"})
    void whenALabelHasSignsThatYamlReads_thenTheRuleIsStillThatLabel(String name) throws IOException {
        var applied = applied("---\nid: stalled\n---\n" + BODY, rule(name));

        assertThat(RunbookParser.parse("export/stalled.md", applied)
                        .runbooks()
                        .getFirst()
                        .match())
                .containsExactly(rule(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---\nmatch: alertname=\"A\"\n---\n", "---\nmatch: [alertname=\"A\",\n  alertname=\"B\"]\n---\n"
            })
    void whenTheFrontMatterIsWrittenInAnotherWay_thenNothingIsProposed(String front) {
        assertThat(Patch.of("export/stalled.md", front + BODY, RULE)).isEmpty();
    }

    @Test
    void whenAnAlertIsPicked_thenItIsKnownAgainByItsNameFlowAndServiceOnly() {
        var labels = Map.of("alertname", "A", "flow", "f", "service", "s", "pod", "p-1", "severity", "critical");

        assertThat(new TreeMap<>(Proposal.telling(labels))).hasToString("{alertname=A, flow=f, service=s}");
        assertThat(Proposal.telling(Map.of("flow", "f"))).isEmpty();
        assertThat(Proposal.telling(Map.of("alertname", "A\nB"))).isEmpty();
    }

    private String applied(String text, MatchRule rule) throws IOException {
        var file = library.resolve("export/stalled.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        var patch = Patch.of("export/stalled.md", text, rule).orElseThrow();
        Git.apply(library, patch.diff());
        assertThat(Files.readString(file)).isEqualTo(patch.after());
        return patch.after();
    }
}
