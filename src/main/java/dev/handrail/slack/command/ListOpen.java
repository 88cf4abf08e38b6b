package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.desk.RunReader;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** {@code list}: what is open, and where each stands. */
@Singleton
@Requires(bean = SlackSettings.class)
final class ListOpen implements Subcommand.Question {
    private static final int MOST = 15;

    private final RunReader reader;
    private final Links links;

    ListOpen(RunReader reader, Links links) {
        this.reader = reader;
        this.links = links;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String example() {
        return "list";
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.list.does");
    }

    @Override
    public Answer answer(Wish wish) {
        var open = reader.newestOpen(MOST);
        var page = Mrkdwn.link(links.incidents(), say("commands.list.all"));
        if (open.total() == 0) {
            return Answer.say("commands.list.none", page);
        }
        var answer = Answer.say("commands.list", open.total())
                .and(open.newest().stream().map(view -> Lines.of(view, links)).toList());
        return open.total() > MOST ? answer.sayToo("commands.list.older", open.total() - MOST, page) : answer;
    }
}
