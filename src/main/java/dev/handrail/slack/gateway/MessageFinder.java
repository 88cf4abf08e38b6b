package dev.handrail.slack.gateway;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.handrail.slack.gateway.SlackGateway.Address;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds one's way in the workspace: channels by name, and a message that may have been posted although no answer came. */
@Singleton
@Requires(bean = MethodsClient.class)
public final class MessageFinder {
    private static final Logger LOG = LoggerFactory.getLogger(MessageFinder.class);
    private static final int PAGE = 200;
    private static final int PAGES = 20;
    /** Our clock and Slack's may differ, and a call takes its time. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final MethodsClient slack;
    private final Map<String, String> channels = new ConcurrentHashMap<>();

    MessageFinder(MethodsClient slack) {
        this.slack = slack;
    }

    /** A page of messages and where the next one begins. */
    private record Page(List<Message> messages, Optional<String> next) {}

    /** Slack said no. */
    private static final class NoException extends Exception {
        NoException(String error) {
            super(error);
        }
    }

    /** @param since when the post was begun */
    public Search find(Address address, SlotMark mark, Instant since) {
        try {
            var channel = channelId(address.channel());
            return channel.isEmpty() ? new Search.Nowhere() : find(channel.get(), address.thread(), mark, since);
        } catch (SlackApiException e) {
            return new Search.Failed(SlackGateway.failed(e));
        } catch (IOException e) {
            return new Search.Failed(new Outcome.Ambiguous(e.toString()));
        } catch (NoException e) {
            return Outcome.Reason.of(String.valueOf(e.getMessage())) == Outcome.Reason.OTHER
                    ? new Search.Failed(new Outcome.Ambiguous(String.valueOf(e.getMessage())))
                    : new Search.Nowhere();
        }
    }

    /** Joins a public channel. Returns whether Handrail is in it now. */
    public boolean join(String reference) {
        try {
            var channel = channelId(reference);
            return channel.isPresent()
                    && slack.conversationsJoin(request -> request.channel(channel.get()))
                            .isOk();
        } catch (SlackApiException | IOException | NoException e) {
            LOG.warn("{} cannot be joined: {}; going on without it", reference, e.toString());
            return false;
        }
    }

    private Search find(String channel, Optional<String> thread, SlotMark mark, Instant since)
            throws IOException, SlackApiException, NoException {
        var oldest = since.minus(MARGIN).getEpochSecond() + ".000000";
        Optional<String> cursor = Optional.empty();
        for (var number = 0; number < PAGES; number++) {
            var page = thread.isPresent()
                    ? replies(channel, thread.get(), oldest, cursor)
                    : history(channel, oldest, cursor);
            var found = page.messages().stream().filter(mark::isOn).findFirst();
            if (found.isPresent()) {
                return new Search.Found(new Outcome.Sent(channel, found.get().getTs()));
            }
            cursor = page.next();
            if (cursor.isEmpty()) {
                return new Search.Nowhere();
            }
        }
        return new Search.Nowhere();
    }

    private Page replies(String channel, String ts, String oldest, Optional<String> cursor)
            throws IOException, SlackApiException, NoException {
        var answer = slack.conversationsReplies(request -> request.channel(channel)
                .ts(ts)
                .oldest(oldest)
                .limit(PAGE)
                .includeAllMetadata(true)
                .cursor(cursor.orElse(null)));
        check(answer);
        return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
    }

    private Page history(String channel, String oldest, Optional<String> cursor)
            throws IOException, SlackApiException, NoException {
        var answer = slack.conversationsHistory(request -> request.channel(channel)
                .oldest(oldest)
                .limit(PAGE)
                .includeAllMetadata(true)
                .cursor(cursor.orElse(null)));
        check(answer);
        return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
    }

    /** History is read by id only, while messages may be posted by a channel's name or to a person. */
    private Optional<String> channelId(String reference) throws IOException, SlackApiException, NoException {
        if (reference.startsWith("#")) {
            var known = channels.get(reference);
            return known != null ? Optional.of(known) : channelNamed(reference);
        }
        if (reference.startsWith("U") || reference.startsWith("W")) {
            var answer = slack.conversationsOpen(request -> request.users(List.of(reference)));
            check(answer);
            return Optional.of(answer.getChannel().getId());
        }
        return Optional.of(reference);
    }

    private Optional<String> channelNamed(String reference) throws IOException, SlackApiException, NoException {
        Optional<String> cursor = Optional.empty();
        do {
            var from = cursor;
            var answer = slack.conversationsList(request -> request.limit(PAGE)
                    .excludeArchived(true)
                    .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))
                    .cursor(from.orElse(null)));
            check(answer);
            answer.getChannels().forEach(channel -> channels.put("#" + channel.getName(), channel.getId()));
            cursor = next(answer.getResponseMetadata());
        } while (cursor.isPresent() && !channels.containsKey(reference));
        return Optional.ofNullable(channels.get(reference));
    }

    private static void check(SlackApiTextResponse answer) throws NoException {
        if (!answer.isOk()) {
            throw new NoException(String.valueOf(answer.getError()));
        }
    }

    private static Optional<String> next(ResponseMetadata metadata) {
        return Optional.ofNullable(metadata)
                .map(ResponseMetadata::getNextCursor)
                .filter(cursor -> !cursor.isBlank());
    }
}
