package dev.handrail.slack.command;

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
        return "search orders do not reach the ERP";
    }

    @Override
    public Phrase does() {
        return Phrase.of("runbooks that are about it");
    }

    @Override
    public Answer answer(Wish wish) {
        var all = Mrkdwn.link(links.runbooks(), "All runbooks");
        if (wish.words().isEmpty()) {
            return Answer.of("Which words? For instance: /handrail %s. %s", example(), all);
        }
        var found = searched.by(wish.sentence());
        return found.isEmpty()
                ? Answer.of("No runbook speaks of “%s”. %s", wish.words(), all)
                : Answer.of("About “%s”:", wish.words())
                        .and(lines(found))
                        .and(
                                "To begin: /handrail start %s. %s",
                                found.getFirst().runbook().id(), all);
    }

    private List<Phrase> lines(List<Suggestion> found) {
        return found.stream()
                .map(one -> Phrase.of("• %s: %s", Lines.of(one.runbook(), links), one.why()))
                .toList();
    }
}
