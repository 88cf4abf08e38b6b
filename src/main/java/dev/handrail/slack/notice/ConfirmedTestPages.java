package dev.handrail.slack.notice;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.trial.Trial;
import dev.handrail.page.trial.TrialWitness;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.gateway.SlotMark;
import dev.handrail.slack.render.Message;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever asked for a test page that it has arrived. Best effort: they know it. */
@Singleton
@Requires(bean = SlackGateway.class)
final class ConfirmedTestPages implements TrialWitness {
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmedTestPages.class);

    private final SlackGateway slack;

    ConfirmedTestPages(SlackGateway slack) {
        this.slack = slack;
    }

    @Override
    public void confirmed(Trial trial, Duration after) {
        var seconds = Math.max(1, after.toSeconds());
        var said = trial.contact() instanceof Contact.Outside outside
                ? Phrase.say("notices.test-page", outside.way(), seconds)
                : Phrase.say("notices.test-page.slack", seconds);
        var message = new Message(List.of(Kit.section(said.shown())), said.spoken());
        var address = new SlackGateway.Address(trial.by().id(), Optional.empty(), false);
        var outcome = slack.post(address, message, new SlotMark("test", trial.id(), "confirmed"));
        if (!(outcome instanceof Outcome.Sent)) {
            LOG.warn("test-page={} is confirmed, which Slack did not take: {}", trial.id(), outcome);
        }
    }
}
