package dev.handrail.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/**
 * A person's hands and eyes on a local Slack, over its control API.
 *
 * <p>{@code slack.as("U01ANA").inChannel("#order-flows").message("OrderExportStalled").click("I'm on it")}. What looks for
 * something waits for it, at most {@link #patience}.
 */
public final class SlackDriver {
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI control;
    private final Duration patience;

    /** @param slack the local Slack's address, ending with {@code /local-slack/} */
    public SlackDriver(URI slack, Duration patience) {
        control = slack.resolve("control/");
        this.patience = patience;
    }

    public static SlackDriver of(LocalSlackServer server) {
        return new SlackDriver(server.url(), Duration.ofSeconds(25));
    }

    /** Acts as a person, by id. */
    public SlackPerson as(String user) {
        return new SlackPerson(this, user);
    }

    /** Returns all that is in the workspace. */
    public JsonNode state() {
        return call("state", Map.of());
    }

    /** Returns what a channel's members can read, threads included, oldest first. */
    public List<SlackMessage> messages(String channel) {
        return all(channel).filter(message -> message.onlyFor().isEmpty()).toList();
    }

    /** Returns what one person alone was told, in all channels. */
    public List<SlackMessage> ephemeralsOf(String user) {
        return stream(state().path("messages"))
                .map(node -> new SlackMessage(as(user), node))
                .filter(message -> !message.isDeleted() && message.onlyFor().equals(Optional.of(user)))
                .toList();
    }

    Stream<SlackMessage> all(String channel) {
        var state = state();
        var id = channelId(state, channel);
        return stream(state.path("messages"))
                .map(node -> new SlackMessage(as("U01ANA"), node))
                .filter(message -> !message.isDeleted() && message.channel().equals(id));
    }

    /** Returns the calls of one Web API method that came in, oldest first. */
    public List<JsonNode> calls(String method) {
        return log().stream()
                .filter(entry -> entry.path("method").asText().equals(method))
                .toList();
    }

    /** Returns what was sent to the bot, oldest first. */
    public List<JsonNode> interactions() {
        return log().stream()
                .filter(entry -> entry.path("kind").asText().equals("interaction"))
                .toList();
    }

    public List<JsonNode> log() {
        return stream(call("log", Map.of()).path("entries")).toList();
    }

    /**
     * Plans a fault: {@code 429}, {@code 500_before}, {@code 500_after}, {@code timeout_after}, {@code slow}, {@code down} for
     * a Web API method or {@code *}; {@code duplicate}, {@code concurrent}, {@code late} for {@code interaction}.
     */
    public void fault(String method, String kind, int times) {
        fault(Map.of("method", method, "kind", kind, "times", times));
    }

    /** Plans a fault with all that the control API knows: {@code retry_after} in seconds, {@code millis}, {@code error}. */
    public void fault(Map<String, ?> fault) {
        call("fault", fault);
    }

    public void clearFaults() {
        call("clear_faults", Map.of());
    }

    public void archive(String channel) {
        call("channel", Map.of("channel", channel, "archived", true));
    }

    public void removeBotFrom(String channel) {
        call("channel", Map.of("channel", channel, "joined", false));
    }

    public void reset() {
        call("reset", Map.of());
    }

    /** Waits until a condition holds. */
    public void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(30))
                .until(condition);
    }

    /** Waits until there is something, and returns it. */
    public <T> T awaitPresent(String what, Callable<Optional<T>> look) {
        return Awaitility.await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(30))
                .until(look, Optional::isPresent)
                .orElseThrow();
    }

    /** Calls a verb of the control API; {@code ok:false} is an error of the test. */
    public JsonNode call(String verb, Map<String, ?> arguments) {
        var answer = tryCall(verb, Json.write(arguments));
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError("the local Slack refused " + verb + " " + arguments + ": " + answer);
        }
        return answer;
    }

    private JsonNode tryCall(String verb, String body) {
        var request = HttpRequest.newBuilder(control.resolve(verb))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return Json.tree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("the local Slack cannot be reached at " + control, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the local Slack", e);
        }
    }

    String channelId(JsonNode state, String reference) {
        return stream(state.path("channels"))
                .filter(channel -> channel.path("id").asText().equals(reference)
                        || ("#" + channel.path("name").asText()).equals(reference)
                        || channel.path("user").asText().equals(reference))
                .map(channel -> channel.path("id").asText())
                .findFirst()
                .orElse(reference);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
