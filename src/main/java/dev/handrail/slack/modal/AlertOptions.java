package dev.handrail.slack.modal;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.alert.Alert;
import dev.handrail.incident.alerts.Differences;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The alerts of an incident as something to choose among. Slack has room for a few words of each, so that what tells them apart
 * comes first, and what they all share is left out. Pure.
 */
final class AlertOptions {
    private static final int NAME = 30;
    private static final int VALUE = 32;
    private static final int TAIL = 18;

    private final Differences differences;
    private final boolean hasNames;
    private final boolean hasItems;

    private AlertOptions(List<KeptAlert> alerts, Map<String, String> shared) {
        this.differences = Differences.of(alerts, shared);
        this.hasNames = differences.names().contains(Alert.NAME_LABEL);
        this.hasItems = alerts.stream().map(KeptAlert::item).distinct().count() > 1;
    }

    /** @param shared labels that are equal in all of them */
    static List<Kit> of(List<KeptAlert> alerts, Map<String, String> shared) {
        var options = new AlertOptions(alerts, shared);
        return alerts.stream()
                .map(alert -> Kit.plainOption(options.text(alert), Long.toString(alert.id())))
                .toList();
    }

    private String text(KeptAlert kept) {
        var item = kept.item().filter(_ -> hasItems);
        var told = new ArrayList<String>();
        item.map(AlertOptions::brief).ifPresent(told::add);
        if (hasNames) {
            told.add(Harmless.line(name(kept), NAME));
        }
        differences.of(kept).forEach((label, value) -> {
            if (!label.equals(Alert.NAME_LABEL) && item.filter(value::equals).isEmpty()) {
                told.add(label + "=" + brief(value));
            }
        });
        var text = told.isEmpty() ? name(kept) : String.join(" · ", told);
        return kept.isFiring() ? text : say("forms.split.over", text);
    }

    private static String name(KeptAlert kept) {
        return kept.alert().name().orElse(say("forms.split.unnamed"));
    }

    /** What tells two long values apart is at their beginnings or at their ends. */
    private static String brief(String value) {
        var line = Harmless.line(value, Math.max(VALUE, value.length()));
        return line.length() <= VALUE
                ? line
                : Harmless.shortened(line, VALUE - TAIL)
                        + line.substring(line.offsetByCodePoints(line.length(), -TAIL));
    }
}
