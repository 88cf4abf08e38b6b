package dev.handrail.slack.modal;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.run.IncidentView;
import dev.handrail.run.merge.MergeDesk;
import dev.handrail.run.merge.SplitDesk;
import dev.handrail.run.reception.Revisions;
import dev.handrail.run.silence.Muting;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a form chooses among that is not always the same: runbooks, incidents, alerts. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Choices {
    private static final Set<Verb> CHANGING = EnumSet.of(Verb.WRONG_RUNBOOK, Verb.MERGE, Verb.SPLIT);

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
                ? splits.choices(view.incident().id()).stream()
                        .map(alert -> Kit.plainOption(name(alert, view), Long.toString(alert.id())))
                        .toList()
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

    /** Returns an incident as something to choose. */
    public static Kit option(IncidentView view) {
        var incident = view.incident();
        var label = view.state()
                .responder()
                .map(on -> say("forms.merge.option.taken", incident.id(), incident.title(), on.name()))
                .orElseGet(() -> say("forms.merge.option", incident.id(), incident.title()));
        return Kit.plainOption(label, Long.toString(incident.id().value()));
    }

    /** What tells it from the others: the object that it is about, else the labels that not all of them share. */
    private static String name(KeptAlert kept, IncidentView view) {
        var own = new TreeMap<>(kept.alert().labels());
        own.entrySet().removeAll(view.alerts().labels().entrySet());
        var told = kept.item()
                .orElseGet(() -> own.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(" ")));
        var name = kept.alert().name().orElse(say("forms.split.unnamed"));
        var label = told.isBlank() ? name : name + " · " + told;
        return kept.isFiring() ? label : say("forms.split.over", label);
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
