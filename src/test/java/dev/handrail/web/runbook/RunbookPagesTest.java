package dev.handrail.web.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.runbook.git.Origin;
import dev.handrail.web.HttpFixture;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunbookPagesTest {
    private static final String EXPORT = """
            ---
            owner: payments
            flow: orders
            review: {last: 2020-01-01, every: 30d}
            ---
            # Order export stuck <b>now</b>

            ## Meaning

            Orders wait. <script>alert(1)</script> See [the refund](../refund.md#look), [a page](https://example.org/x),
            [a trap](javascript:alert(1)) and [nothing](gone.md). ![a picture](https://example.org/p.png)

            ## Diagnosis

            ### 1. Look at the queue

            | Queue | Depth |
            |-------|-------|
            | a     | `12`  |

            - **Empty** → next
            - **Full** → escalate "The ERP does not answer"

            ### 2. Restart it

            Restart.

            - **Runs** → resolved
            - **Not yet** → wait 10m, then [Look](#look-at-the-queue)
            """;

    @TempDir
    private static Path temp;

    private static Origin origin;
    private static HttpFixture http;

    @BeforeAll
    static void start() {
        origin = Origin.in(temp.resolve("books"));
        origin.write("orders/export.md", EXPORT).write("refund.md", "# Refund\n\n## Steps\n\n### Look\n\nLook.\n");
        origin.commit("orders: <i>first</i> runbook");
        http = HttpFixture.start(Map.of("handrail.runbooks", origin.work().toString()));
        http.signIn(HttpFixture.PASSWORD, "/runbooks");
    }

    @AfterAll
    static void stop() {
        http.close();
        origin.close();
    }

    private static String page() {
        return http.get("/runbooks/orders/export").body();
    }

    @Test
    void whenTheLibraryIsListed_thenEachRunbookSaysWhoseItIsAndWhoChangedItLast() {
        assertThat(http.get("/runbooks").body())
                .contains("href=\"/runbooks/orders/export\"", "orders/export.md · orders", "payments")
                .contains("Ana Ruiz, 1 Nov 2026", "due since 31 Jan 2020")
                .contains("Order export stuck");
    }

    @Test
    void whenARunbookIsRead_thenItsStepsSayWhereTheyLead() {
        assertThat(page())
                .containsSubsequence("Meaning", "Orders wait.", "Look at the queue", "<table>", "Restart it")
                .contains("<b>Empty</b> <span class=\"muted\">→ go to “Restart it”</span>")
                .contains("→ escalate: The ERP does not answer", "→ resolved")
                .contains("→ wait 10 min, then go to “Look at the queue”")
                .contains("id=\"step-1-look-at-the-queue\"");
    }

    @Test
    void whenARunbookHoldsMarkupAndTraps_thenNothingOfItRuns() {
        assertThat(page())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>", "href=\"javascript:", "<img", "<b>now</b>", "<i>first</i>")
                .contains("href=\"/runbooks/refund#step-look\"", "href=\"https://example.org/x\"", "a trap", "nothing")
                .doesNotContain("href=\"gone.md");
        assertThat(page().split("<h1>", -1)).hasSize(2);
    }

    @Test
    void whenItIsFromGit_thenWhoChangedItIsListed() {
        assertThat(page())
                .containsSubsequence("Who changed it", "orders: &lt;i&gt;first&lt;/i&gt; runbook", "Ana Ruiz", "1 Nov");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runbooks", "/runbooks/refund", "/runbooks/none"})
    void whenAPageIsSent_thenItHasLandmarksAndOneHeadingAndRunsOnlyWhatIsOurs(String path) {
        var answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(path.endsWith("none") ? 404 : 200);
        assertThat(answer.body())
                .contains("<html lang=\"en\">", "<main id=\"content\"", "aria-current=\"page\">Runbooks")
                .doesNotContain(" style=", "<script>", " onclick=");
        assertThat(answer.body().split("<h1>", -1)).hasSize(2);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void whenAProgramAsks_thenItIsToldTheSameInJson() {
        var list = http.getWithToken("/v1/runbooks", HttpFixture.API_TOKEN).body();
        var one =
                http.getWithToken("/v1/runbooks/refund", HttpFixture.API_TOKEN).body();

        assertThat(list)
                .contains("\"id\":\"orders/export\"", "\"review_due\":\"2020-01-31\"", "\"author\":\"Ana Ruiz\"");
        assertThat(one).contains("\"id\":\"refund\"", "\"leads\":\"resolved\"", "\"problem_count\":0");
        assertThat(http.getWithToken("/v1/runbooks/none", HttpFixture.API_TOKEN).statusCode())
                .isEqualTo(404);
        assertThat(http.getWithToken("/v1/runbooks", HttpFixture.ALERT_TOKEN).statusCode())
                .isEqualTo(403);
    }
}
