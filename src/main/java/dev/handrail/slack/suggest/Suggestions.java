package dev.handrail.slack.suggest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handrail.incident.IncidentId;
import dev.handrail.match.text.Suggestion;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.merge.MergeDesk;
import dev.handrail.run.reception.Revisions;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.command.Searched;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.modal.Choices;
import dev.handrail.slack.press.Chosen;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.shortcut.Origin;
import dev.handrail.slack.shortcut.Shortcuts;
import dev.handrail.slack.text.Kit;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers a menu that Slack asks Handrail to fill, at each letter. Nothing is changed and nothing kept, and what is chosen is
 * looked at again when the form is sent.
 */
@Singleton
@Requires(bean = SlackGateway.class)
public final class Suggestions {
    /** While somebody types, the incidents of a moment ago will do. */
    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    private final RunReader reader;
    private final Revisions revisions;
    private final MergeDesk merges;
    private final Shortcuts shortcuts;
    private final Searched searched;
    private final Cache<IncidentId, List<IncidentView>> open =
            Caffeine.newBuilder().maximumSize(20).expireAfterWrite(A_MOMENT).build();

    Suggestions(RunReader reader, Revisions revisions, MergeDesk merges, Shortcuts shortcuts, Searched searched) {
        this.reader = reader;
        this.revisions = revisions;
        this.merges = merges;
        this.shortcuts = shortcuts;
        this.searched = searched;
    }

    /** Returns what the form of a verb offers in an incident; nothing for a form that offers the same always. */
    public List<Kit> of(Verb verb, IncidentId id, String words) {
        if (verb != Verb.WRONG_RUNBOOK && verb != Verb.MERGE) {
            return List.of();
        }
        return reader.find(id)
                .map(view -> verb == Verb.MERGE ? incidents(view, words) : runbooks(revisions.choices(view), words))
                .orElse(List.of());
    }

    /** Returns the runbooks that may be started from a message. */
    public List<Kit> toStart(Origin origin, String words) {
        return runbooks(shortcuts.choices(origin), words);
    }

    private List<Kit> runbooks(List<Runbook> all, String words) {
        var typed = Typed.of(words);
        var found = typed.isNothing()
                ? Stream.<Suggestion>empty()
                : searched.by(words, SlackLimits.SELECT_OPTIONS).stream();
        return Ranking.runbooks(all, found.map(Suggestion::runbook).toList(), typed).stream()
                .filter(Choices::fits)
                .limit(SlackLimits.SELECT_OPTIONS)
                .map(Choices::option)
                .toList();
    }

    /** A number finds its incident however many are newer. */
    private List<Kit> incidents(IncidentView from, String words) {
        var typed = Typed.of(words);
        var meant = Stream.of(String.join(" ", typed.words()))
                .flatMap(word -> Chosen.incident(word).stream())
                .flatMap(id -> merges.choice(from, id).stream());
        var others = Ranking.incidents(open.get(from.incident().id(), _ -> merges.choices(from)), typed);
        return Stream.concat(meant.map(Choices::option), others.stream().map(Choices::option))
                .distinct()
                .limit(SlackLimits.SELECT_OPTIONS)
                .toList();
    }
}
