package dev.handrail.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.platform.Json;
import dev.handrail.simulator.block.BlockCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    private static final Map<String, String> LABELS = Map.of(
            "namespace",
            "shop-prod",
            "pod",
            "cart-7f$(reboot)",
            "Order_Id",
            "100/4711",
            "flag",
            "--force",
            "empty",
            "");

    @Test
    void givenEverythingThatMarkdownHas_whenRendered_thenItIsAsTheGoldenFileSays() throws IOException {
        var file = Path.of("src/test/resources/golden/slack/markdown.json");
        var source = Files.readString(Path.of("src/test/resources/golden/slack/markdown.md"));
        var blocks =
                Json.tree(Json.write(Markdown.body(source, LABELS).within(8000).blocks()));
        var actual = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(blocks) + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, actual);
        }

        assertThat(BlockCheck.ofMessage(blocks)).isEmpty();
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kubectl -n $NAMESPACE get   | kubectl -n shop-prod get
            ${NAMESPACE}-x              | shop-prod-x
            <namespace>                 | shop-prod
            <NameSpace>                 | shop-prod
            order $ORDER_ID             | order 100/4711
            logs $POD                   | logs $POD
            $FLAG                       | $FLAG
            $EMPTY                      | $EMPTY
            $NAMESPACES                 | $NAMESPACES
            costs $5 and $$             | costs $5 and $$
            $HOME                       | $HOME
            """)
    void givenAPlaceholder_whenItsValueIsHarmless_thenItIsFilled(String text, String wanted) {
        assertThat(new Placeholders(LABELS).fill(text)).isEqualTo(wanted);
    }

    @Test
    void givenAValueThatIsNotSafeToPaste_whenShownInCode_thenItIsNamedBesideAndNotInTheCode() {
        var blocks = Json.write(Markdown.body("```\nkubectl logs $POD\n```", LABELS)
                .within(1000)
                .blocks());

        assertThat(blocks)
                .contains("kubectl logs $POD\"")
                .contains("$POD is not filled in")
                .contains("cart-7f$(reboot)");
    }

    @Test
    void givenAlertsThatDifferInALabel_whenItIsShownInCode_thenItStaysAsItIsAndThatIsSaid() {
        var alerts = new AlertSummary(2, 2, LABELS, Map.of(), Optional.empty()).differingIn(List.of("job_code"));
        var blocks = Json.write(Markdown.body("```sql\nwhere job_code = '$JOB_CODE' and home = '$HOME'\n```", alerts)
                .within(1000)
                .blocks());

        assertThat(blocks)
                .contains("where job_code = '$JOB_CODE'")
                .contains("$JOB_CODE is not filled in: the alerts of this incident differ in it")
                .doesNotContain("$HOME is not filled in");
    }

    @Test
    void givenATextThatDoesNotFit_whenCut_thenItIsBetweenBlocksAndSaysSo() {
        var shown = Markdown.body("short\n\n```\n" + "x".repeat(500) + "\n```\n\nend", Map.of())
                .within(100);

        assertThat(shown.whole()).isFalse();
        assertThat(Json.write(shown.blocks())).contains("short").doesNotContain("xxx");
    }

    @Test
    void givenALongParagraph_whenSummedUp_thenItEndsWithASentence() {
        var text = "# Title\n\nOrders **wait**. Nobody ships. " + "And so on ".repeat(50);

        assertThat(Markdown.summary(text, 60)).isEqualTo("Orders wait. Nobody ships. …");
        assertThat(Markdown.summary("", 60)).isEmpty();
    }
}
