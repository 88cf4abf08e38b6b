package dev.handrail.slack.actor;

import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.handrail.slack.actor.Profiles.UnansweredException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is in the user groups whose members may act. Slack lists groups 20 times a minute at most, so it is asked once for everybody;
 * while it does not answer, what it said before counts.
 */
@Singleton
@Requires(bean = MethodsClient.class)
final class Responders {
    private static final Logger LOG = LoggerFactory.getLogger(Responders.class);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final Duration FAILED_FOR = Duration.ofSeconds(10);

    private final MethodsClient slack;
    private final ActorSettings settings;
    private final Ticker clock;
    private @Nullable Set<String> members;
    private long againAt;
    private String fault = "";

    @Inject
    Responders(MethodsClient slack, ActorSettings settings) {
        this(slack, settings, Ticker.systemTicker());
    }

    Responders(MethodsClient slack, ActorSettings settings, Ticker clock) {
        this.slack = slack;
        this.settings = settings;
        this.clock = clock;
        this.againAt = clock.read();
    }

    /** Says whether somebody is in one of them. It takes up to 5 s, for whoever asks at the same time, too. */
    synchronized boolean contain(String id) throws UnansweredException {
        if (clock.read() - againAt >= 0) {
            refresh();
        }
        if (members == null) {
            throw new UnansweredException(fault);
        }
        return members.contains(id);
    }

    private void refresh() {
        try {
            members = asked();
            againAt = clock.read() + KNOWN_FOR.toNanos();
        } catch (IOException | SlackApiException | UnansweredException e) {
            fault = e.toString();
            againAt = clock.read() + FAILED_FOR.toNanos();
            LOG.warn(
                    "Slack does not say who is in the user groups; going by what it said before, if it did: {}", fault);
        }
    }

    private Set<String> asked() throws IOException, SlackApiException, UnansweredException {
        var answer = slack.usergroupsList(request -> request.includeUsers(true));
        if (!answer.isOk()) {
            throw new UnansweredException("usergroups.list: " + answer.getError());
        }
        var all = new HashSet<String>();
        answer.getUsergroups().stream()
                .filter(group -> settings.responders().contains(group.getId()) && group.getUsers() != null)
                .forEach(group -> all.addAll(group.getUsers()));
        return Set.copyOf(all);
    }
}
