package dev.handrail.slack.deliver;

import dev.handrail.slack.gateway.MessageFinder;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.lease.Lease;
import java.time.Instant;
import java.time.InstantSource;

/** What every slot needs to be brought to Slack. */
record Tools(
        SlackGateway gateway,
        MessageFinder finder,
        Budget budget,
        Backoff backoff,
        CardDelay cards,
        FallbackChannel fallback,
        Lease lease,
        InstantSource clock) {

    Instant now() {
        return clock.instant();
    }
}
