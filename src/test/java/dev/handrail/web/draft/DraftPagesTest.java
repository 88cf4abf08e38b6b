package dev.handrail.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import dev.handrail.web.HttpFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The draft of the sample incidents: 3 is unknown, the others have a runbook. */
class DraftPagesTest {
    private static HttpFixture http;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of("handrail.url", "http://handrail.example.org"));
        http.signIn(HttpFixture.PASSWORD, "/incidents");
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @Test
    void whenAnUnknownIncidentIsShown_thenItLeadsToItsDraft() {
        assertThat(http.get("/incidents/3").body()).contains("href=\"/incidents/3/draft\"");
        assertThat(http.get("/incidents/1").body()).doesNotContain("/incidents/1/draft");
    }

    @Test
    void whenADraftIsShown_thenWhatStrangersWroteIsText() {
        var page = http.get("/incidents/3/draft");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("A runbook from this", "no errors", "## Diagnosis", "still open")
                .doesNotContain("<script>alert");
    }

    @Test
    void whenItIsDownloaded_thenItIsAFileAndAPatchOfOneName() {
        var file = http.get("/incidents/3/draft/file");
        var patch = http.get("/incidents/3/draft/patch");

        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"[a-z0-9-]+\\.md\"");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/markdown");
        assertThat(file.body()).startsWith("---\ntitle: ").contains("](<http://handrail.example.org/incidents/3>)");
        assertThat(patch.body()).startsWith("diff --git a/").contains("new file mode 100644", "+## Diagnosis");
    }

    @Test
    void whenARunbookWasKnown_thenThereIsNoDraftAndItSaysWhy() {
        var page = http.get("/incidents/1/draft");
        var json = http.getWithToken("/v1/incidents/1/draft", HttpFixture.API_TOKEN);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("was walked with the runbook commerce/order-export-stalled.md");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(Json.tree(json.body()).path("error").asText()).contains("nothing is drafted from it");
        assertThat(http.getWithToken("/v1/incidents/99/draft", HttpFixture.API_TOKEN)
                        .body())
                .contains("there is no incident '99'");
    }

    @Test
    void whenAProgramReadsADraft_thenItHasFileAndPatchAndProblems() {
        var json = Json.tree(http.getWithToken("/v1/incidents/3/draft", HttpFixture.API_TOKEN)
                .body());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("incident", "path", "decisive", "markdown", "patch", "problems");
        assertThat(json.path("incident").asInt()).isEqualTo(3);
    }
}
