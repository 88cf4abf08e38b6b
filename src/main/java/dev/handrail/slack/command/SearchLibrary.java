package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.match.text.Suggestion;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code search WORDS}: the runbooks whose text is like the words. */
@Singleton
@Requires(bean = SlackSettings.class)
final class SearchLibrary implements Subcommand.Question {
    private final Searched searched;
    private final Links links;

    SearchLibrary(Searched searched, Links links) {
        this.searched = searched;
        this.links = links;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String example() {
        return say("commands.search.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.search.does");
    }

    @Override
    public Answer answer(Wish wish) {
        var all = Mrkdwn.link(links.runbooks(), say("commands.search.all"));
        if (wish.words().isEmpty()) {
            return Answer.say("commands.search.which", example(), all);
        }
        var found = searched.by(wish.sentence());
        return found.isEmpty()
                ? Answer.say("commands.search.none", wish.words(), all)
                : Answer.say("commands.search.found", wish.words())
                        .and(lines(found))
                        .sayToo(
                                "commands.search.begin",
                                found.getFirst().runbook().id(),
                                all);
    }

    private List<Phrase> lines(List<Suggestion> found) {
        return found.stream()
                .map(one -> Phrase.of("• %s: %s", Lines.of(one.runbook(), links), one.why()))
                .toList();
    }
}
