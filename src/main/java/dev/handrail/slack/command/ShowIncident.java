package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
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
        return say("commands.show.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.show.does");
    }

    @Override
    public Answer answer(Wish wish) {
        var number = wish.first().replaceFirst("^#", "");
        if (!number.matches("[1-9][0-9]{0,17}")) {
            return Answer.say("commands.show.which", wish.words());
        }
        return reader.find(new IncidentId(Long.parseLong(number)))
                .map(this::shown)
                .orElseGet(() -> Answer.say("commands.show.none", number));
    }

    private Answer shown(IncidentView view) {
        var incident = view.incident();
        return new Answer(List.of(
                        Lines.of(view, links),
                        Phrase.say(
                                "commands.show.severity",
                                Names.within(incident.severity()),
                                incident.openedAt(),
                                incident.channel()),
                        Phrase.say(
                                "commands.show.owner",
                                view.plan().ownerAt(view.state().step())),
                        Phrase.say("commands.show.why", incident.why())))
                .and(List.of(Phrase.of("%s", Mrkdwn.link(links.incident(incident.id()), say("commands.show.page")))));
    }
}
