package dev.handrail.ownership;

import com.google.re2j.Pattern;
import dev.handrail.ownership.Contact.SlackChannel;
import dev.handrail.ownership.Contact.SlackGroup;
import dev.handrail.ownership.Contact.SlackUser;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.Optional;
import java.util.Set;

/** Reads one way to reach somebody, and knows the shapes of Slack's ids. */
final class ContactReader {
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{2,}");
    private static final Pattern CHANNEL = Pattern.compile("#[\\p{Ll}\\p{Lo}\\p{N}_-]{1,80}|[CG][A-Z0-9]{2,}");
    private static final Set<String> NOT_YET_USED = Set.of("email", "pagerduty");
    private static final Set<String> KINDS = Set.of("slack_user", "slack_group", "slack_channel", "email", "pagerduty");

    private ContactReader() {}

    static Optional<Contact> read(YamlValue item, Problems problems) {
        return item.map().flatMap(map -> contact(map, item, problems));
    }

    /** Returns the channel if its name has Slack's shape: {@code #name}, or the id {@code C...}. */
    static Optional<String> channel(YamlValue value) {
        return shaped(value, CHANNEL, "a channel such as #order-flows or C03ABCDEF");
    }

    private static Optional<Contact> contact(YamlMap map, YamlValue item, Problems problems) {
        var kinds = map.keys().stream().filter(key -> !key.startsWith("x-")).toList();
        if (kinds.size() != 1) {
            item.refuse("bad-value", "one contact per list item, for instance slack_user: U03MARTA");
            return Optional.empty();
        }
        var kind = kinds.getFirst();
        var value = map.get(kind);
        return switch (kind) {
            case "slack_user" ->
                value.flatMap(id -> shaped(id, USER, "a Slack user's id, U... or W..."))
                        .map(SlackUser::new);
            case "slack_group" ->
                value.flatMap(id -> shaped(id, GROUP, "a Slack user group's id, S..."))
                        .map(SlackGroup::new);
            case "slack_channel" -> value.flatMap(ContactReader::channel).map(SlackChannel::new);
            default -> {
                unusable(kind, map, problems);
                yield Optional.empty();
            }
        };
    }

    private static void unusable(String kind, YamlMap map, Problems problems) {
        if (NOT_YET_USED.contains(kind)) {
            problems.warning(
                    map.at(kind),
                    "not-yet-used",
                    "'" + kind + "'",
                    "a Slack contact: Handrail tells nobody this way yet");
        } else {
            problems.error(map.at(kind), "unknown-key", "'" + kind + "'", Nearest.advice(kind, KINDS));
        }
    }

    private static Optional<String> shaped(YamlValue value, Pattern shape, String wanted) {
        var text = value.text();
        text.filter(id -> !shape.matches(id)).ifPresent(_ -> value.refuse("bad-slack-id", wanted));
        return text.filter(shape::matches);
    }
}
