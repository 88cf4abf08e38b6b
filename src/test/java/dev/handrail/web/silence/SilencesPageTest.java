package dev.handrail.web.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.web.HttpFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SilencesPageTest {
    private static HttpFixture http;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of());
        http.signIn(HttpFixture.PASSWORD, "/silences");
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    private static Map<String, String> form(String matchers) {
        var token = HttpFixture.formToken(http.get("/silences").body());
        return Map.of(
                "form_token", token, "matchers", matchers, "for", "2h", "who", "Ana <b>", "why", "deploy of the ERP");
    }

    @Test
    void givenAForm_whenASilenceIsMadeAndEnded_thenThePageShowsItNowAndThenAsOver() {
        assertThat(http.postForm("/silences", form("flow=\"made-here\"")).statusCode())
                .isEqualTo(303);
        var page = http.get("/silences").body();
        assertThat(page)
                .contains("flow=\"made-here\"", "deploy of the ERP", "Ana &lt;b&gt;", "active")
                .contains("<h1>Silences</h1>", "aria-current=\"page\">Silences");
        var id = page.replaceAll("(?s).*made-here.*?action=\"/silences/(\\d+)/end\".*", "$1");

        var ended = http.postForm(
                "/silences/" + id + "/end", Map.of("form_token", HttpFixture.formToken(page), "who", "Ben"));
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(http.get("/silences").body()).contains(", by Ben").doesNotContain("/silences/" + id + "/end");
    }

    @Test
    void givenMatchersThatCannotBeRead_whenTheFormIsSent_thenItIsShownAgainWithWhatIsWrong() {
        var answer = http.postForm("/silences", form("flow order"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("role=\"alert\"", "character 6", "value=\"flow order\"");
    }

    @Test
    void givenAFormThatWasNotShownByUs_whenItIsSent_thenNothingIsSilenced() {
        var answer = http.postForm(
                "/silences", Map.of("matchers", "flow=foreign", "for", "2h", "who", "Eve", "why", "because"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(http.get("/silences").body()).doesNotContain("foreign");
    }

    @Test
    void givenNobodyIsSignedIn_whenThePageIsAskedFor_thenTheyAreSentToSignIn() {
        http.useAnotherBrowser();

        assertThat(http.get("/silences").body()).doesNotContain("Make a silence");
        http.signIn(HttpFixture.PASSWORD, "/silences");
    }
}
