package dev.handrail.simulator.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message would notify.
 *
 * @param users ids of people
 * @param groups ids of user groups
 * @param broadcasts {@code channel}, {@code here} or {@code everyone}
 */
public record Mentions(Set<String> users, Set<String> groups, Set<String> broadcasts) {
    private static final Pattern MENTION = Pattern.compile(
            "<(?:@(?<user>[UW][A-Z0-9]+)|!subteam\\^(?<group>S[A-Z0-9]+)|!(?<all>channel|here|everyone))"
                    + "(?:\\|[^>]*)?>");

    /** Reads a message's text and blocks. Plain text and the texts of rich text mention nobody, whatever they contain. */
    public static Mentions of(JsonNode message) {
        var mentions = new Mentions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        mentions.addMarkup(message.path("text").asText());
        mentions.addBlocks(message.path("blocks"));
        return mentions;
    }

    private void addBlocks(JsonNode node) {
        switch (node.path("type").asText()) {
            case "mrkdwn", "markdown" -> addMarkup(node.path("text").asText());
            case "user" -> users.add(node.path("user_id").asText());
            case "usergroup" -> groups.add(node.path("usergroup_id").asText());
            case "broadcast" -> broadcasts.add(node.path("range").asText());
            default -> node.forEach(this::addBlocks);
        }
    }

    private void addMarkup(String text) {
        var found = MENTION.matcher(text);
        while (found.find()) {
            add(users, found.group("user"));
            add(groups, found.group("group"));
            add(broadcasts, found.group("all"));
        }
    }

    private static void add(Set<String> set, @Nullable String id) {
        if (id != null) {
            set.add(id);
        }
    }
}
