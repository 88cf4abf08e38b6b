package dev.handrail.simulator.api;

/**
 * How many calls the local Slack takes before it answers 429.
 *
 * @param postBurst messages that one channel takes at once; after them, one a second
 * @param updates calls of chat.update per minute, over all channels
 * @param ephemerals calls of chat.postEphemeral per minute
 * @param views calls per minute of each method of views
 * @param conversations calls per minute of each method of conversations
 * @param directory calls per minute of each method of users and usergroups
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Slack: rate limits</a>
 */
public record Budgets(int postBurst, int updates, int ephemerals, int views, int conversations, int directory) {
    private static final int PLENTY = 1_000_000;

    /** Returns what Slack documents. */
    public static Budgets ofSlack() {
        return new Budgets(10, 50, 100, 100, 50, 50);
    }

    /** Returns budgets that no test uses up. */
    public static Budgets unlimited() {
        return new Budgets(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY, PLENTY);
    }
}
