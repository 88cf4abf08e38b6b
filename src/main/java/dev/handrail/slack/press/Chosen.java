package dev.handrail.slack.press;

import static dev.handrail.slack.words.Wording.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.MatcherParser;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.KeptAlert;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was chosen from a list, or typed because the list has no room for it. */
public final class Chosen {
    private static final Pattern INCIDENT = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern ALERTS = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");

    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");

    private Chosen() {}

    /** Returns the value of what is chosen in a form, several with commas between; empty where nothing is. */
    public static Optional<String> in(JsonNode element) {
        return text(element, "selected_user")
                .filter(id -> USER.matcher(id).matches())
                .or(() -> text(element.path("selected_option"), "value"))
                .or(() -> several(element.path("selected_options")));
    }

    private static Optional<String> several(JsonNode options) {
        var values = new StringJoiner(",");
        options.forEach(option -> values.add(option.path("value").asText()));
        return Optional.of(values.toString()).filter(all -> !all.isEmpty());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
    }

    /** Returns what is wrong with labels that were typed; empty where they can be taken. */
    public static Optional<String> problem(String typed) {
        return MatcherParser.parse(typed) instanceof MatcherParser.Fault fault
                ? Optional.of(say("forms.input.labels", fault.found(), fault.wanted()))
                : Optional.empty();
    }

    public static Optional<IncidentId> incident(String chosen) {
        var form = INCIDENT.matcher(chosen);
        return form.matches() ? Optional.of(new IncidentId(Long.parseLong(form.group()))) : Optional.empty();
    }

    /** Returns the input that a choice of incidents or alerts was made in: numbers are chosen, and labels typed. */
    public static String field(String chosen) {
        return ALERTS.matcher(chosen).matches() ? SentenceModal.CHOICE : SentenceModal.TYPED;
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
