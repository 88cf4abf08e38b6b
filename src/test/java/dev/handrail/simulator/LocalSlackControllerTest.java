package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local Slack within Micronaut, as in the demo. */
class LocalSlackControllerTest {
    @Test
    void givenTheProperty_whenTheServerRuns_thenPageAndMethodsAreThere() throws Exception {
        var properties = Map.<String, Object>of(
                "handrail.simulator.enabled", "true",
                "handrail.simulator.bot-url", "http://127.0.0.1:1/v1/slack",
                "slack.bot.token", LocalSlackFixture.TOKEN,
                "slack.signing.secret", LocalSlackFixture.SECRET,
                "micronaut.server.port", "-1");
        var config = new SlackConfig();
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        try (var server = ApplicationContext.run(EmbeddedServer.class, properties);
                var http = HttpClient.newBuilder()
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .build()) {
            var slack = server.getURI().resolve("/local-slack/");
            config.setMethodsEndpointUrlPrefix(slack + "api/");
            var methods = Slack.getInstance(config).methods(LocalSlackFixture.TOKEN);
            var posted = methods.chatPostMessage(
                    request -> request.channel("#order-flows").text("übers Netz & mehr"));
            assertThat(posted.getError()).isNull();
            assertThat(methods.authTest(request -> request.token("xoxb-other")).getError())
                    .isEqualTo("invalid_auth");

            var driver = new SlackDriver(slack, Duration.ofSeconds(5));
            var message = driver.as("U01ANA").inChannel("#order-flows").message("übers Netz & mehr");
            driver.fault(Map.of("method", "*", "kind", "429", "retry_after", 3));
            message.reply("seen");

            var page = http.send(HttpRequest.newBuilder(slack).build(), BodyHandlers.ofString());
            assertThat(page.body()).contains("not the real one");
            assertThat(page.headers().firstValue("content-security-policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            var script =
                    http.send(HttpRequest.newBuilder(slack.resolve("app.js")).build(), BodyHandlers.ofString());
            assertThat(script.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "slack.bot.token, xoxb-1234567890-1234567890123-abcdef",
        "slack.app.token, xapp-1-A012ABC-1234567890-abcdef"
    })
    void givenATokenOfARealSlack_whenTheLocalOneIsEnabled_thenNothingStarts(String name, String token) {
        var properties = new HashMap<String, Object>(Map.of(
                "handrail.simulator.enabled", "true",
                "handrail.simulator.bot-url", "http://127.0.0.1:1/v1/slack",
                "slack.bot.token", LocalSlackFixture.TOKEN,
                "slack.signing.secret", LocalSlackFixture.SECRET,
                "micronaut.server.port", "-1"));
        properties.put(name, token);

        try (var context = ApplicationContext.builder(properties).build()) {
            var environment = context.getEnvironment().start();
            assertThatThrownBy(() -> new LocalSlackFactory().settings(environment))
                    .hasMessageContaining(name)
                    .hasMessageContaining("a token of a real Slack")
                    .hasMessageNotContaining(token);
        }
    }
}
