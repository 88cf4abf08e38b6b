package dev.handrail.slack.press;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.MatcherParser;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.KeptAlert;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was chosen from a list, or typed because the list has no room for it. */
public final class Chosen {
    private static final Pattern INCIDENT = Pattern.compile("#?([1-9][0-9]{0,17})");
    private static final Pattern ALERTS = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");

    private Chosen() {}

    /** Returns what is wrong with what was typed; empty where it can be taken. */
    public static Optional<String> problem(Verb verb, String typed) {
        if (verb == Verb.MERGE) {
            return incident(typed).isPresent() ? Optional.empty() : Optional.of(say("forms.input.number"));
        }
        return MatcherParser.parse(typed) instanceof MatcherParser.Fault fault
                ? Optional.of(say("forms.input.labels", fault.found(), fault.wanted()))
                : Optional.empty();
    }

    public static Optional<IncidentId> incident(String chosen) {
        var form = INCIDENT.matcher(chosen.strip());
        return form.matches() ? Optional.of(new IncidentId(Long.parseLong(form.group(1)))) : Optional.empty();
    }

    /** Returns which alerts were chosen: by their numbers from a list, by labels where they were typed. */
    public static Predicate<KeptAlert> alerts(String chosen) {
        if (ALERTS.matcher(chosen).matches()) {
            var numbers = Arrays.stream(chosen.split(",")).map(Long::valueOf).collect(Collectors.toSet());
            return alert -> numbers.contains(alert.id());
        }
        var matchers = MatcherParser.parse(chosen) instanceof MatcherParser.Matchers read
                ? read.matchers()
                : List.<LabelMatcher>of();
        return alert -> !matchers.isEmpty()
                && matchers.stream()
                        .allMatch(matcher -> matcher.covers(alert.alert().labels()));
    }
}
