package dev.handrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static HttpFixture http;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of());
        http.signIn(HttpFixture.PASSWORD, "/incidents");
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @Nested
    class GivenAnAdministrator {
        @Test
        void whenIncidentsAreListed_thenOpenOnesComeFirst() {
            var page = http.get("/incidents").body();

            assertThat(page)
                    .containsSubsequence("Open incidents", "StockSyncDrift", "Order export stalled", "Closed incidents")
                    .contains("Refund rejected by the ERP", "Escalated to Platform duty", "On step 2 of 2", "39 min");
        }

        @Test
        void whenOnlyClosedOnesAreWanted_thenNoOpenOneIsShown() {
            assertThat(http.get("/incidents?status=closed").body())
                    .contains("Refund rejected by the ERP")
                    .doesNotContain("Order export stalled");
            assertThat(http.get("/incidents?status=open").body()).doesNotContain("Refund rejected by the ERP");
        }

        @Test
        void whenAnIncidentIsRead_thenItsStoryIsTold() {
            var page = http.get("/incidents/2").body();

            assertThat(page)
                    .contains("Ana Ruiz is at “Restart the export”.")
                    .contains("commerce/order-export-stalled.md", "Integration team", "3 of 4 firing")
                    .contains("alertname=\"OrderExportStalled\" covers the alert")
                    .containsSubsequence("04:55:00", "+00:00", "+04:51", "acknowledged", "+08:05", "The queue grows")
                    .contains("attempt 2")
                    .contains("prometheus.example.org/graph")
                    .doesNotContain("generator_url");
        }

        @Test
        void whenAnIncidentHasSeveralAlerts_thenEachIsShownByWhatTellsItFromTheOthers() {
            assertThat(http.get("/incidents/2").body())
                    .containsSubsequence(
                            "Labels that all alerts share",
                            "OrderExportStalled",
                            "firing",
                            "<span>queue</span>=<b>&lt;b&gt;a&lt;/b&gt;</b>",
                            "over",
                            "<span>queue</span>=<b>b</b>",
                            "and 2 more")
                    .doesNotContain("<b>a</b>");
        }

        @Test
        void whenAnIncidentIsRead_thenItsPayloadsAreListedWithWhatTheirSenderLeftOut() {
            assertThat(http.get("/incidents/2").body())
                    .contains("href=\"/payloads/17\"", "truncatedAlerts: 3 were left out");
        }

        @Test
        void whenAPayloadIsRead_thenItIsLaidOutAndEscapedAndCanBeReplayed() {
            assertThat(http.get("/payloads/17").body())
                    .contains("Payload 17", "&lt;b&gt;orders&lt;/b&gt;", "x-shopify-topic", "found number, wanted text")
                    .contains("action=\"/payloads/17/replay\"")
                    .doesNotContain("<b>orders</b>");
            assertThat(http.get("/payloads/18").statusCode()).isEqualTo(404);
            assertThat(http.get("/payloads/x").statusCode()).isEqualTo(404);
        }

        @Test
        void whenAPayloadIsReplayedWithoutTheFormsProof_thenNothingIsDone() {
            assertThat(http.postForm("/payloads/17/replay", Map.of("form_token", "x"))
                            .body())
                    .contains("so nothing was done");
            var proof = HttpFixture.formToken(http.get("/payloads/17").body());
            assertThat(http.postForm("/payloads/17/replay", Map.of("form_token", proof))
                            .body())
                    .contains("kept for a time only");
        }

        @Test
        void whenTheOperatorsPageIsRead_thenItSaysWhatCameFromEachSource() {
            assertThat(http.get("/operators").body())
                    .contains("41207", "does not fit &lt;the&gt; body", "never", "action=\"/payloads/17/replay\"");
        }

        @Test
        void whenWordsOfStrangersHoldMarkup_thenItIsShownNotObeyed() {
            assertThat(http.get("/incidents/3").body())
                    .contains("StockSyncDrift &lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
            assertThat(http.get("/incidents/2").body())
                    .contains("Ben &lt;b&gt;Okafor&lt;/b&gt;")
                    .doesNotContain("Ben <b>");
        }

        @Test
        void whenTheOperatorsPageIsRead_thenEveryTroubleIsNamed() {
            assertThat(http.get("/operators").body())
                    .contains("commerce/order-export-stalled.md:14:8", "unknown-owner", "did you mean")
                    .contains("version '3' of Alertmanager's webhook", "&lt;b&gt;Old&lt;/b&gt;")
                    .contains("not_in_channel: invite the bot");
        }

        @Test
        void whenTheApiIsRead_thenTheSessionIsEnough() {
            assertThat(http.get("/v1/incidents").statusCode()).isEqualTo(200);
        }

        @Test
        void whenThereIsNothing_thenAPageSaysSo() {
            var missing = http.get("/incidents/99");

            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body()).contains("There is no incident “99”.");
            assertThat(http.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(http.get("/nowhere").body()).contains("<h1>Nothing here</h1>");
        }

        @Test
        void whenHandrailFails_thenThePageSaysNothingOfItsInside() {
            var failed = http.get("/incidents/666");

            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.body())
                    .contains("Something went wrong")
                    .doesNotContain("Secret", "secret", "Exception", "\tat ");
        }
    }

    @Nested
    class GivenAnybody {
        @ParameterizedTest
        @ValueSource(strings = {"/sign-in", "/incidents", "/incidents/2", "/nowhere"})
        void whenAPageIsSent_thenItMayOnlyRunWhatIsOurs(String path) {
            var headers = http.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/sign-in", "/incidents", "/incidents/2", "/silences", "/operators", "/nowhere"})
        void whenAPageIsSent_thenItHasLandmarksAndOneHeading(String path) {
            var page = http.get(path).body();

            assertThat(page).contains("<html lang=\"en\">", "<main id=\"content\"", "<header", "class=\"skip\"");
            assertThat(page.split("<h1>", -1)).hasSize(2);
            assertThat(page).doesNotContain(" style=", "<script>", " onclick=", "http://", "//fonts");
        }

        @Test
        void whenAssetsAreLoaded_thenNobodyHasToSignIn() {
            http.useAnotherBrowser();

            assertThat(http.get("/assets/handrail.css").statusCode()).isEqualTo(200);
            assertThat(http.get("/assets/refresh.js").statusCode()).isEqualTo(200);
            assertThat(http.get("/assets/icon.svg").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
            assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
            http.signIn(HttpFixture.PASSWORD, "/incidents");
        }
    }
}
