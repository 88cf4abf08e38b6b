package dev.handrail.slack.notice;

import dev.handrail.notice.NoticeBook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.Links;
import dev.handrail.slack.deliver.Budget;
import dev.handrail.slack.deliver.FallbackChannel;
import dev.handrail.slack.gateway.MessageFinder;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.lease.Lease;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the delivery of notices together; it goes by the machine's own clock, as that of incidents does. */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class NoticeFactory {
    @Singleton
    NoticeWork.Slack noticeSlack(SlackGateway gateway, MessageFinder finder, Budget budget, FallbackChannel fallback) {
        return new NoticeWork.Slack(gateway, finder, budget, fallback);
    }

    @Singleton
    NoticeWork noticeWork(NoticeWork.Slack slack, NoticeSlotRepository rows, Lease lease) {
        return new NoticeWork(slack, rows, lease, InstantSource.system());
    }

    @Singleton
    NoticeDelivery noticeDelivery(NoticeBook book, CurrentLibrary library, NoticeWork work, Links links) {
        return new NoticeDelivery(book, library, work, links);
    }
}
