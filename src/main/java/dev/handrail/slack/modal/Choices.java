package dev.handrail.slack.modal;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.IncidentView;
import dev.handrail.run.merge.MergeDesk;
import dev.handrail.run.merge.SplitDesk;
import dev.handrail.run.reception.Revisions;
import dev.handrail.run.silence.Muting;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a form chooses among that is not always the same: runbooks, incidents, alerts. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Choices {
    private static final Set<Verb> CHANGING = EnumSet.of(Verb.WRONG_RUNBOOK, Verb.MERGE, Verb.SPLIT);

    /** How much of a person's name leaves room for what they are on. */
    private static final int NAME = 16;

    private final Revisions revisions;
    private final MergeDesk merges;
    private final SplitDesk splits;

    Choices(Revisions revisions, MergeDesk merges, SplitDesk splits) {
        this.revisions = revisions;
        this.merges = merges;
        this.splits = splits;
    }

    /** Says whether a verb's form chooses among what is not always the same. */
    public static boolean are(Verb verb) {
        return CHANGING.contains(verb);
    }

    /** Returns what there is to choose; nothing for a verb whose form is always the same. */
    public List<Kit> of(Verb verb, IncidentView view) {
        if (verb == Verb.WRONG_RUNBOOK) {
            return revisions.choices(view).stream()
                    .filter(Choices::fits)
                    .map(Choices::option)
                    .toList();
        }
        if (verb == Verb.MERGE) {
            return merges.choices(view).stream().map(Choices::option).toList();
        }
        return verb == Verb.SPLIT
                ? AlertOptions.of(
                        splits.choices(view.incident().id()), view.alerts().labels())
                : List.of();
    }

    /** Says whether Slack can carry a runbook's name. */
    public static boolean fits(Runbook runbook) {
        return runbook.id().length() <= SlackLimits.OPTION_VALUE;
    }

    /** Returns a runbook as something to choose. */
    public static Kit option(Runbook runbook) {
        return Kit.plainOption(runbook.title(), runbook.id());
    }

    /** Returns an incident as something to choose: how grave it is and who is on it, before a title that may be cut. */
    public static Kit option(IncidentView view) {
        var incident = view.incident();
        var label =
                say("forms.merge.option", incident.id(), Names.of(incident.severity()), onIt(view), incident.title());
        return Kit.plainOption(label, Long.toString(incident.id().value()));
    }

    private static String onIt(IncidentView view) {
        var nobody =
                view.state().paging().isPresent() ? say("forms.merge.option.told") : say("forms.merge.option.nobody");
        return view.state()
                .responder()
                .map(on -> say("forms.merge.option.taken", Harmless.line(on.name(), NAME)))
                .orElse(nobody);
    }

    /** Returns why a form would have nothing to offer; empty where it does. */
    public Optional<Phrase> hindrance(Verb verb, IncidentView view, List<Kit> options) {
        if (verb == Verb.WRONG_RUNBOOK && options.isEmpty()) {
            return Optional.of(Phrase.say("replies.no-runbook"));
        }
        if (verb == Verb.MERGE && options.isEmpty()) {
            return Optional.of(Phrase.say("replies.merge.nothing"));
        }
        if (verb == Verb.SPLIT && options.size() < 2) {
            return Optional.of(Phrase.say("replies.split.nothing"));
        }
        return verb == Verb.MUTE
                ? Muting.hindrance(view).map(why -> Phrase.say("replies.unchanged", why))
                : Optional.empty();
    }
}
