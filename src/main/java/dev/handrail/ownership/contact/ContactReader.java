package dev.handrail.ownership.contact;

import com.google.re2j.Pattern;
import dev.handrail.ownership.contact.Contact.Email;
import dev.handrail.ownership.contact.Contact.PagerDuty;
import dev.handrail.ownership.contact.Contact.SlackChannel;
import dev.handrail.ownership.contact.Contact.SlackGroup;
import dev.handrail.ownership.contact.Contact.SlackUser;
import dev.handrail.ownership.contact.Contact.Webhook;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the ways to reach somebody, and knows the shapes of addresses and of Slack's ids.
 *
 * @param people whose contacts an entry may stand for, by id
 */
public record ContactReader(Map<String, Teammate> people, Problems problems) {
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{2,}");
    private static final Pattern CHANNEL = Pattern.compile("#[\\p{Ll}\\p{Lo}\\p{N}_-]{1,80}|[CG][A-Z0-9]{2,}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"()]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");
    private static final Set<String> KINDS =
            Set.of("slack_user", "slack_group", "slack_channel", "email", "pagerduty", "webhook", "person");

    public ContactReader {
        people = Map.copyOf(people);
    }

    /** Returns the contacts of a list of them, in order. */
    public List<Contact> read(List<YamlValue> items) {
        return items.stream()
                .flatMap(item -> item.map().stream().flatMap(map -> contacts(map, item).stream()))
                .distinct()
                .toList();
    }

    /** Returns the channel if its name has Slack's shape: {@code #name}, or the id {@code C...}. */
    public static Optional<String> channel(YamlValue value) {
        return shaped(value, CHANNEL, "bad-slack-id", "a channel such as #order-flows or C03ABCDEF");
    }

    /** Returns the id of one of the people, noting an unknown one. */
    public Optional<Teammate> person(YamlValue value) {
        var id = value.text();
        id.filter(name -> !people.containsKey(name)).ifPresent(name -> value.refuse("unknown-member", advice(name)));
        return id.flatMap(name -> Optional.ofNullable(people.get(name)));
    }

    private String advice(String name) {
        return people.isEmpty()
                ? "somebody who is listed under 'people', where nobody is"
                : Nearest.advice(name, people.keySet());
    }

    private List<Contact> contacts(YamlMap map, YamlValue item) {
        var kinds = map.keys().stream()
                .filter(key -> !key.startsWith("x-"))
                .filter(key -> !(key.equals("secret") && map.has("webhook")))
                .toList();
        if (kinds.size() != 1) {
            item.refuse("bad-value", "one contact per list item, for instance slack_user: U03MARTA");
            return List.of();
        }
        var kind = kinds.getFirst();
        if (!KINDS.contains(kind)) {
            problems.error(map.at(kind), "unknown-key", "'" + kind + "'", Nearest.advice(kind, KINDS));
            return List.of();
        }
        var value = map.get(kind);
        return kind.equals("person")
                ? value.flatMap(this::person).map(Teammate::contacts).orElse(List.of())
                : value.flatMap(text -> contact(kind, text, map)).stream().toList();
    }

    private Optional<Contact> contact(String kind, YamlValue value, YamlMap map) {
        return switch (kind) {
            case "slack_user" ->
                shaped(value, USER, "bad-slack-id", "a Slack user's id, U... or W...")
                        .map(SlackUser::new);
            case "slack_group" ->
                shaped(value, GROUP, "bad-slack-id", "a Slack user group's id, S...")
                        .map(SlackGroup::new);
            case "slack_channel" -> channel(value).map(SlackChannel::new);
            case "email" ->
                shaped(value, ADDRESS, "bad-value", "an address such as payments@example.org")
                        .map(Email::new);
            case "pagerduty" -> variable(value).map(PagerDuty::new);
            default -> webhook(value, map);
        };
    }

    private Optional<Contact> webhook(YamlValue value, YamlMap map) {
        var secret = map.get("secret").flatMap(this::variable);
        return variable(value).map(url -> new Webhook(url, secret));
    }

    /** What stands there instead is not repeated: it may be the secret. */
    private Optional<String> variable(YamlValue value) {
        var name = value.text();
        name.filter(text -> !VARIABLE.matches(text))
                .ifPresent(_ -> problems.error(
                        value.at(),
                        "secret-value",
                        "what is no variable's name",
                        "the name of an environment variable that holds it, such as PAYMENTS_PAGERDUTY_KEY;"
                                + " if this was a secret, replace it: it is in your history now"));
        return name.filter(VARIABLE::matches);
    }

    private static Optional<String> shaped(YamlValue value, Pattern shape, String rule, String wanted) {
        var text = value.text();
        text.filter(id -> !shape.matches(id)).ifPresent(_ -> value.refuse(rule, wanted));
        return text.filter(shape::matches);
    }
}
