package dev.handrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentsApiTest {
    private static HttpFixture http;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of("handrail.url", "https://handrail.example.org/"));
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    private static JsonNode get(String path) {
        return Json.tree(http.getWithToken(path, HttpFixture.API_TOKEN).body());
    }

    @Nested
    class GivenTheApiToken {
        @Test
        void whenIncidentsAreListed_thenTheyAreAnArrayNewestFirst() {
            var list = get("/v1/incidents");

            assertThat(list.isArray()).isTrue();
            assertThat(StreamSupport.stream(list.spliterator(), false)
                            .map(item -> item.path("id").asInt()))
                    .containsExactly(3, 2, 1);
        }

        @Test
        void whenAnItemIsRead_thenEveryKeyIsThereAndNullsAreWritten() {
            var item = get("/v1/incidents").get(1);

            assertThat(item.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "id",
                            "status",
                            "drill",
                            "shadow",
                            "title",
                            "severity",
                            "flow",
                            "channel",
                            "runbook",
                            "owner",
                            "alerts",
                            "firing",
                            "steps_done",
                            "responder",
                            "state",
                            "part_of",
                            "merged_into",
                            "opened_at",
                            "acknowledged_at",
                            "closed_at",
                            "url");
            assertThat(item.path("status").asText()).isEqualTo("open");
            assertThat(item.path("runbook").asText()).isEqualTo("order-export-stalled");
            assertThat(item.path("state").asText()).isEqualTo("on_step");
            assertThat(item.path("steps_done").asInt()).isEqualTo(2);
            assertThat(item.path("acknowledged_at").asText()).isEqualTo("2026-11-21T04:59:51Z");
            assertThat(item.path("closed_at").isNull()).isTrue();
            assertThat(item.path("url").asText()).isEqualTo("https://handrail.example.org/incidents/2");
        }

        @Test
        void whenTheFailureIsUnknown_thenTheRunbookIsNull() {
            var item = get("/v1/incidents").get(0);

            assertThat(item.path("runbook").isNull()).isTrue();
            assertThat(item.path("responder").isNull()).isTrue();
            assertThat(item.path("owner").asText()).isEqualTo("Platform duty");
        }

        @Test
        void whenPaged_thenBeforeAndLimitHold() {
            var page = get("/v1/incidents?before=3&limit=1");

            assertThat(page).hasSize(1);
            assertThat(page.get(0).path("id").asInt()).isEqualTo(2);
        }

        @Test
        void whenOneIsRead_thenItsTimelineIsThereWithHashes() {
            var incident = get("/v1/incidents/2");

            assertThat(incident.path("why").asText()).contains("OrderExportStalled");
            assertThat(incident.path("runbook_revision").asText()).hasSize(64);
            assertThat(incident.path("alerts_summary")
                            .path("labels")
                            .path("region")
                            .asText())
                    .isEqualTo("emea");
            assertThat(incident.path("timeline")).hasSize(13);
            var answer = incident.path("timeline").get(5);
            assertThat(answer.path("position").asInt()).isEqualTo(6);
            assertThat(answer.path("event").asText()).isEqualTo("answered");
            assertThat(answer.path("who").asText()).isEqualTo("Ana Ruiz");
            assertThat(answer.path("step").asText()).isEqualTo("check-the-queue");
            assertThat(answer.path("attempt").asInt()).isEqualTo(1);
            assertThat(answer.path("outcome").asText()).isEqualTo("The queue grows");
            assertThat(answer.path("note").isNull()).isTrue();
            assertThat(answer.path("hash").asText()).hasSize(64);
            assertThat(answer.path("at").asText()).isEqualTo("2026-11-21T05:03:05Z");
        }
    }

    @Nested
    class GivenAWrongRequest {
        private HttpResponse<String> refused(String path) {
            return http.getWithToken(path, HttpFixture.API_TOKEN);
        }

        @Test
        void whenTheIncidentIsNone_then404SaysSoInJson() {
            assertThat(refused("/v1/incidents/99").statusCode()).isEqualTo(404);
            assertThat(refused("/v1/incidents/99").body())
                    .isEqualTo("{\"error\":\"there is no incident '99'; GET /v1/incidents lists them\"}");
            assertThat(refused("/v1/incidents/abc").statusCode()).isEqualTo(404);
        }

        @Test
        void whenBeforeIsNoId_then400NamesTheParameter() {
            var answer = refused("/v1/incidents?before=yesterday");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("parameter 'before': found 'yesterday'");
            assertThat(refused("/v1/incidents?limit=0").statusCode()).isEqualTo(400);
        }

        @Test
        void whenTheAddressIsNone_then404SaysSoInJson() {
            var answer = refused("/v1/nothing");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"error\":\"there is nothing at /v1/nothing\"}");
        }

        @Test
        void whenTheMethodIsWrong_then405SaysSoInJson() {
            var answer = http.send("DELETE", "/v1/incidents", "application/json", new byte[0]);

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(Json.tree(answer.body()).path("error").asText()).isNotEmpty();
        }

        @Test
        void whenHandrailFails_then500SaysNothingOfItsInside() {
            var answer = refused("/v1/incidents/666");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("Secret", "secret", "Exception");
        }
    }

    @Nested
    class GivenNoRightToRead {
        @Test
        void whenThereIsNoToken_then401SaysWhatIsWanted() {
            var answer = http.get("/v1/incidents");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":\"there is no Authorization header; wanted "
                            + "'Authorization: Bearer TOKEN' with the API token (HANDRAIL_API_TOKEN)\"}");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Handrail\"");
        }

        @Test
        void whenTheTokenIsWrong_then401SaysSo() {
            var answer = http.getWithToken("/v1/incidents", "hr_api_of_somebody_else");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("holds no valid token");
        }

        @Test
        void whenItIsTheAlertToken_then403SaysWhichIsWanted() {
            var answer = http.getWithToken("/v1/incidents", HttpFixture.ALERT_TOKEN);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("the API token (HANDRAIL_API_TOKEN)");
        }
    }
}
