package dev.handrail.simulator.api;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls the local Slack takes before it answers 429.
 *
 * @param postBurst messages that one channel takes at once; after them, one a second
 * @param posts messages per minute, over all channels
 * @param perMinute calls per minute of each other method, over all channels
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Slack: rate limits</a>
 */
public record Budgets(int postBurst, int posts, Map<String, Integer> perMinute) {
    private static final int PLENTY = 1_000_000;

    public Budgets {
        perMinute = Map.copyOf(perMinute);
    }

    /** Returns what Slack documents; where it promises at least so many, that is all there are. */
    public static Budgets ofSlack() {
        var tiers = new TreeMap<String, Integer>();
        Map.of(
                        20, "conversations.list users.list usergroups.list",
                        50,
                                "chat.update conversations.open conversations.info conversations.join conversations.history"
                                        + " conversations.replies users.info apps.connections.open",
                        100, "chat.postEphemeral views.open views.update views.publish",
                        300, "auth.test chat.getPermalink")
                .forEach((calls, methods) -> {
                    for (var method : methods.split(" ")) {
                        tiers.put(method, calls);
                    }
                });
        return new Budgets(10, 300, tiers);
    }

    /** Returns budgets that no test uses up. */
    public static Budgets unlimited() {
        return new Budgets(PLENTY, PLENTY, Map.of());
    }

    /** Returns the same with another number of messages that one channel takes at once. */
    public Budgets withPostBurst(int value) {
        return new Budgets(value, posts, perMinute);
    }

    /** Returns the calls that a method takes per minute. */
    int of(String method) {
        return perMinute.getOrDefault(method, PLENTY);
    }
}
