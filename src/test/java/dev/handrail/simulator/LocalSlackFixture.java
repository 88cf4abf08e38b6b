package dev.handrail.simulator;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.handrail.simulator.api.Budgets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A local Slack, a fake bot behind it, Slack's own client before it, and a clock that a test moves. */
final class LocalSlackFixture implements AutoCloseable {
    static final String TOKEN = "xoxb-local-test";
    static final String SECRET = "local-signing-secret";
    static final String APP_TOKEN = "xapp-local-test";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    final InstantSource clock = now::get;
    final FakeBot bot = new FakeBot();
    final LocalSlackServer server;
    final SlackDriver driver;
    final MethodsClient methods;
    private final Slack sdk;

    LocalSlackFixture() {
        this(settings -> settings.withBudgets(Budgets.unlimited())
                .withEventRetries(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO)));
    }

    LocalSlackFixture(UnaryOperator<LocalSlackSettings> change) {
        var settings = change.apply(LocalSlackSettings.of(TOKEN, SECRET, bot.url()));
        server = LocalSlackServer.start(settings, clock);
        driver = SlackDriver.of(server);
        var config = new SlackConfig();
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        config.setMethodsEndpointUrlPrefix(server.apiUrl().toString());
        sdk = Slack.getInstance(config);
        methods = sdk.methods(TOKEN);
    }

    ChatPostMessageResponse post(String channel, String text, String blocks) throws IOException, SlackApiException {
        return methods.chatPostMessage(
                request -> request.channel(channel).text(text).blocksAsString(blocks.replace('\'', '"')));
    }

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public void close() {
        try {
            sdk.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's client does not close", e);
        } finally {
            server.close();
            bot.close();
        }
    }
}
