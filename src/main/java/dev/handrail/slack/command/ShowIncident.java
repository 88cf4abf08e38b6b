package dev.handrail.slack.command;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code show N}: one incident. */
@Singleton
@Requires(bean = SlackSettings.class)
final class ShowIncident implements Subcommand.Question {
    private final RunReader reader;
    private final Links links;

    ShowIncident(RunReader reader, Links links) {
        this.reader = reader;
        this.links = links;
    }

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String example() {
        return "show 12";
    }

    @Override
    public Phrase does() {
        return Phrase.of("where an incident stands, and whose it is");
    }

    @Override
    public Answer answer(Wish wish) {
        var number = wish.first().replaceFirst("^#", "");
        if (!number.matches("[1-9][0-9]{0,17}")) {
            return Answer.of(
                    "Which incident? I found “%s”; I need its number, for instance: /handrail show 12", wish.words());
        }
        return reader.find(new IncidentId(Long.parseLong(number)))
                .map(this::shown)
                .orElseGet(() -> Answer.of("There is no incident #%s. Those that are open: /handrail list", number));
    }

    private Answer shown(IncidentView view) {
        var incident = view.incident();
        return new Answer(List.of(
                        Lines.of(view, links),
                        Phrase.of(
                                "Severity %s, open since %s, walked in %s",
                                incident.severity().word(), incident.openedAt(), incident.channel()),
                        Phrase.of("Owner: %s", view.plan().ownerAt(view.state().step())),
                        Phrase.of("Why: %s", incident.why())))
                .and("%s", Mrkdwn.link(links.incident(incident.id()), "Everything that happened"));
    }
}
