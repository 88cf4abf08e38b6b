package dev.handrail.slack.socket;

import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.inbound.Pipeline;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that Slack sends over sockets that Handrail opens: two at a time, so that one is there while the other is replaced. Slack
 * sends each thing over any one of them.
 */
final class Sockets implements AutoCloseable {
    static final int LANES = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DISABLED =
            "Socket Mode is switched off in the Slack app (link_disabled): nothing comes in"
                    + " any more. Switch it on under Socket Mode in the app's settings and start Handrail again, or unset"
                    + " SLACK_APP_TOKEN and have Slack send over HTTP.";

    private final SocketStanding standing;
    private final Store store;
    private final Acknowledger acknowledger;
    private final HttpClient http;
    private final List<Lane> lanes;

    /**
     * What the lanes have in common.
     *
     * @param onDisabled is called when Slack says that there will be no more sockets
     */
    record Ground(
            Lane.Connector connector,
            BiConsumer<Socket, Frame.Envelope> taker,
            Store store,
            SocketStanding standing,
            Duration silence,
            Runnable onDisabled) {
        void disabled() {
            onDisabled.run();
        }
    }

    Sockets(SlackSettings settings, SlackSettings.Sockets own, Pipeline pipeline, SocketStanding standing) {
        this.standing = standing;
        store = new Store(pipeline::tryStore);
        acknowledger = new Acknowledger(pipeline, this::doubt);
        http = client(settings);
        var opener = new Opener(http, settings, own);
        var ground = new Ground(
                listener -> http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(opener.url(), listener),
                acknowledger::take,
                store,
                standing,
                own.silence(),
                this::disabled);
        lanes = IntStream.rangeClosed(1, LANES)
                .mapToObj(number -> new Lane(number, ground))
                .toList();
    }

    /** Its own threads may be blocked by what comes in, because nothing else runs on them. */
    private static HttpClient client(SlackSettings settings) {
        var builder =
                HttpClient.newBuilder().connectTimeout(PATIENCE).executor(Executors.newVirtualThreadPerTaskExecutor());
        return isLocal(settings.apiUrl())
                ? builder.proxy(HttpClient.Builder.NO_PROXY).build()
                : builder.build();
    }

    private static boolean isLocal(URI api) {
        return api.getHost().equals("localhost") || api.getHost().startsWith("127.");
    }

    void start() {
        standing.begun();
        lanes.forEach(Lane::start);
    }

    /** Something could not be stored: that may be its own fault, or there is no database for anything. */
    private void doubt() {
        store.fault().ifPresent(why -> {
            LOG.warn("{}; this process leaves its sockets until it does, so that another replica is asked", why);
            lanes.forEach(Lane::leave);
        });
    }

    private void disabled() {
        LOG.error(DISABLED);
        standing.disabled(DISABLED);
        lanes.forEach(Lane::stop);
    }

    @Override
    public void close() {
        lanes.forEach(Lane::stop);
        acknowledger.close();
        http.shutdown();
    }
}
