package dev.handrail.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.slack.SlackSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the channels and people that the library names are there, and can be written to. */
final class PeopleChecks {
    private static final int PAGE = 200;
    private static final int PAGES = 50;

    private final Catalogue catalogue;
    private final SlackSettings settings;
    private final SlackCalls slack;

    PeopleChecks(Catalogue catalogue, SlackSettings settings, SlackCalls slack) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.slack = slack;
    }

    List<Finding> all() {
        return Stream.concat(channels().stream(), owners().stream()).toList();
    }

    private List<Finding> channels() {
        var known = new HashMap<String, JsonNode>();
        var problem = pages(known);
        if (problem.isPresent()) {
            return List.of(problem.get());
        }
        var named = new TreeSet<String>();
        named.add(catalogue.defaultChannel());
        catalogue.flows().values().forEach(flow -> named.add(flow.channel()));
        var bad = named.stream()
                .flatMap(name -> channel(name, known.get(name)).stream())
                .toList();
        return bad.isEmpty() ? List.of(Finding.ok("channels", "a member of all %d".formatted(named.size()))) : bad;
    }

    private static Optional<Finding> channel(String name, @Nullable JsonNode found) {
        if (found == null) {
            return Optional.of(
                    Finding.fail(
                            "channel " + name,
                            "not found",
                            "mend its name in flows.yml; a private channel is found once Handrail is invited: /invite @Handrail"));
        }
        if (found.path("is_archived").asBoolean()) {
            return Optional.of(Finding.fail("channel " + name, "archived", "name another one in flows.yml"));
        }
        return found.path("is_member").asBoolean()
                ? Optional.empty()
                : Optional.of(Finding.warn(
                        "channel " + name,
                        "Handrail is no member",
                        "it joins by itself when it must: /invite @Handrail"));
    }

    private Optional<Finding> pages(Map<String, JsonNode> known) {
        var cursor = "";
        for (var page = 0; page < PAGES; page++) {
            var answer = slack.ask(
                    settings.botToken(),
                    "conversations.list",
                    Map.of(
                            "types",
                            "public_channel,private_channel",
                            "limit",
                            Integer.toString(PAGE),
                            "cursor",
                            cursor));
            if (!answer.isOk()) {
                return Optional.of(Finding.fail(
                        "channels",
                        "Slack does not list them: " + answer.error(),
                        "give the app channels:read and groups:read"));
            }
            answer.body().path("channels").forEach(channel -> {
                known.put("#" + channel.path("name").asText(), channel);
                known.put(channel.path("id").asText(), channel);
            });
            cursor = answer.body().at("/response_metadata/next_cursor").asText("");
            if (cursor.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<Finding> owners() {
        var groups = slack.ask(settings.botToken(), "usergroups.list", Map.of("include_users", "true"));
        var seen = new HashMap<Contact, Optional<Finding>>();
        var bad = new ArrayList<Finding>();
        catalogue
                .owners()
                .values()
                .forEach(owner -> owner.policy().levels().stream()
                        .flatMap(PeopleChecks::contacts)
                        .filter(contact -> !seen.containsKey(contact))
                        .forEach(contact -> {
                            var found = contact(owner.name(), contact, groups);
                            seen.put(contact, found);
                            found.ifPresent(bad::add);
                        }));
        return bad.isEmpty()
                ? List.of(Finding.ok(
                        "owners",
                        "%d, and every contact of theirs in Slack is there"
                                .formatted(catalogue.owners().size())))
                : bad;
    }

    private static Stream<Contact> contacts(Level level) {
        var onCall = level.roster().stream()
                .flatMap(roster -> roster.people().stream())
                .flatMap(person -> person.contacts().stream());
        return Stream.concat(level.tell().stream(), onCall);
    }

    private Optional<Finding> contact(String owner, Contact contact, SlackCalls.Answer groups) {
        return switch (contact) {
            case Contact.SlackUser user -> user(owner, user.id());
            case Contact.SlackGroup group -> group(owner, group.id(), groups);
            case Contact.SlackChannel _, Contact.Outside _ -> Optional.empty();
        };
    }

    private Optional<Finding> user(String owner, String id) {
        var answer = slack.ask(settings.botToken(), "users.info", Map.of("user", id));
        if (!answer.isOk()) {
            return Optional.of(Finding.fail("owner " + owner, id + ": " + answer.error(), "mend owners.yml"));
        }
        return answer.body().path("user").path("deleted").asBoolean()
                ? Optional.of(Finding.fail("owner " + owner, id + " has left", "name somebody else in owners.yml"))
                : Optional.empty();
    }

    private static Optional<Finding> group(String owner, String id, SlackCalls.Answer groups) {
        if (!groups.isOk()) {
            return Optional.of(Finding.warn(
                    "owner " + owner, "user groups cannot be seen: " + groups.error(), "give the app usergroups:read"));
        }
        for (var group : groups.body().path("usergroups")) {
            if (group.path("id").asText().equals(id)) {
                return group.path("users").isEmpty()
                        ? Optional.of(
                                Finding.fail("owner " + owner, id + " has no members", "add people to the user group"))
                        : Optional.empty();
            }
        }
        return Optional.of(Finding.fail("owner " + owner, id + " is no user group here", "mend owners.yml"));
    }
}
