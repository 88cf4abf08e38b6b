package dev.handrail.slack.gateway;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import dev.handrail.slack.render.Message;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's Web API, as far as Handrail changes something through it. Every call takes at most 5 s. */
@Singleton
@Requires(bean = MethodsClient.class)
public final class SlackGateway {
    private static final Logger LOG = LoggerFactory.getLogger(SlackGateway.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);
    private static final Set<String> MAY_HAVE_HAPPENED =
            Set.of("internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org");

    private final MethodsClient slack;
    private final SlackReach reach;

    public SlackGateway(MethodsClient slack, SlackReach reach) {
        this.slack = slack;
        this.reach = reach;
    }

    /**
     * Where a message goes.
     *
     * @param channel a channel's name or id, or a person's id
     * @param thread the message that it replies to
     * @param alsoInChannel for a reply: shown in the channel as well
     */
    public record Address(String channel, Optional<String> thread, boolean alsoInChannel) {}

    /** One call of the SDK. */
    private interface Call<T> {
        T run() throws IOException, SlackApiException;
    }

    public Outcome post(Address address, Message message, SlotMark mark) {
        var request = ChatPostMessageRequest.builder()
                .channel(address.channel())
                .text(message.text().toString())
                .blocksAsString(message.json())
                .metadataAsString(mark.json())
                .parse("none")
                .unfurlLinks(false)
                .unfurlMedia(false);
        address.thread().ifPresent(ts -> request.threadTs(ts).replyBroadcast(address.alsoInChannel()));
        return call(
                () -> slack.chatPostMessage(request.build()),
                answer -> new Outcome.Sent(answer.getChannel(), answer.getTs()));
    }

    public Outcome update(Outcome.Sent place, Message message, SlotMark mark) {
        return call(
                () -> slack.chatUpdate(request -> request.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text().toString())
                        .blocksAsString(message.json())
                        .metadataAsString(mark.json())
                        .parse("none")),
                answer -> new Outcome.Sent(answer.getChannel(), answer.getTs()));
    }

    /** Tells one person something in a channel that they see, and nobody else. */
    public Outcome whisper(Address address, String user, Message message) {
        return call(
                () -> slack.chatPostEphemeral(request -> request.channel(address.channel())
                        .user(user)
                        .threadTs(address.thread().orElse(null))
                        .text(message.text().toString())
                        .blocksAsString(message.json())
                        .parse("none")),
                answer -> new Outcome.Sent(address.channel(), answer.getMessageTs()));
    }

    /** Opens a modal. {@code trigger} is good for 3 s after the press, once. */
    public Outcome openModal(String trigger, String view) {
        return call(
                () -> slack.viewsOpen(request -> request.triggerId(trigger).viewAsString(view)),
                answer -> new Outcome.Sent("", answer.getView().getId()));
    }

    /** Puts another modal in the place of one that is open. */
    public Outcome replaceModal(String id, String view) {
        return call(
                () -> slack.viewsUpdate(request -> request.viewId(id).viewAsString(view)),
                answer -> new Outcome.Sent("", answer.getView().getId()));
    }

    /** Returns what somebody is called; empty where Slack does not say. */
    public Optional<String> name(String user) {
        try {
            return Optional.of(slack.usersInfo(request -> request.user(user)))
                    .filter(UsersInfoResponse::isOk)
                    .map(answer -> answer.getUser().getName())
                    .filter(name -> !name.isBlank());
        } catch (IOException | SlackApiException e) {
            LOG.warn("Slack does not say who {} is; their id stands for them: {}", user, e.toString());
            return Optional.empty();
        }
    }

    /** Shows one person a Home tab, in place of the one before. */
    public Outcome publishHome(String user, String view) {
        return call(
                () -> slack.viewsPublish(request -> request.userId(user).viewAsString(view)),
                answer -> new Outcome.Sent("", answer.getView().getId()));
    }

    /** Returns the address of a message; empty where Slack does not say, for instance of a channel that Handrail is not in. */
    public Optional<String> permalink(String channel, String ts) {
        try {
            var answer =
                    slack.chatGetPermalink(request -> request.channel(channel).messageTs(ts));
            return Optional.of(answer)
                    .filter(ChatGetPermalinkResponse::isOk)
                    .map(ChatGetPermalinkResponse::getPermalink);
        } catch (IOException | SlackApiException e) {
            LOG.warn("Slack does not say where message {} of {} is: {}", ts, channel, e.toString());
            return Optional.empty();
        }
    }

    private <T extends SlackApiTextResponse> Outcome call(Call<T> call, Function<T, Outcome.Sent> sent) {
        return reach.noted(answered(call, sent));
    }

    private static <T extends SlackApiTextResponse> Outcome answered(Call<T> call, Function<T, Outcome.Sent> sent) {
        try {
            var answer = call.run();
            return answer.isOk() ? sent.apply(answer) : refused(answer);
        } catch (SlackApiException e) {
            return failed(e);
        } catch (IOException e) {
            return new Outcome.Ambiguous(e.toString());
        }
    }

    private static Outcome refused(SlackApiTextResponse answer) {
        var error = String.valueOf(answer.getError());
        return MAY_HAVE_HAPPENED.contains(error)
                ? new Outcome.Ambiguous(error)
                : new Outcome.Refused(error, Outcome.Reason.of(error));
    }

    static Outcome failed(SlackApiException e) {
        var status = e.getResponse().code();
        return status == 429
                ? new Outcome.RateLimited(retryAfter(e.getResponse().header("Retry-After")))
                : new Outcome.Ambiguous("HTTP " + status);
    }

    private static Duration retryAfter(@Nullable String header) {
        if (header == null || !header.matches("[0-9]{1,6}")) {
            return AT_LEAST;
        }
        var asked = Duration.ofSeconds(Long.parseLong(header));
        return asked.compareTo(AT_LEAST) < 0 ? AT_LEAST : asked;
    }
}
