package dev.handrail.slack.gateway;

import dev.handrail.page.send.Reach;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Since when Slack takes nothing that this process sends, for whoever has another way to people. Of several processes, the one
 * that writes to Slack knows. It goes by the machine's own clock.
 */
@Singleton
@Requires(property = "slack.enabled", value = "true")
public final class SlackReach implements Reach {
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    private final InstantSource clock = InstantSource.system();
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();
    private final List<Runnable> back = new CopyOnWriteArrayList<>();

    /** Empty while Slack answers, be it with a no that is about one message or one channel. */
    @Override
    public Optional<Instant> unreachableSince() {
        return Optional.ofNullable(since.get());
    }

    Outcome noted(Outcome outcome) {
        if (isOutOfReach(outcome)) {
            since.compareAndSet(null, clock.instant());
        } else if (wasAway(since.getAndSet(null))) {
            back.forEach(Runnable::run);
        }
        return outcome;
    }

    /** One call that failed is no outage: what it was about has a wait of its own, which nobody else's success ends. */
    private boolean wasAway(@Nullable Instant from) {
        return from != null && from.plus(OUTAGE).isBefore(clock.instant());
    }

    /** Asks to be told when Slack takes something again, so that what waited for it need not sit its own wait out. */
    public void whenBack(Runnable told) {
        back.add(told);
    }

    private static boolean isOutOfReach(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ambiguous _ -> true;
            case Outcome.Refused refused -> refused.reason() == Outcome.Reason.ACCESS;
            case Outcome.Sent _, Outcome.RateLimited _ -> false;
        };
    }
}
