package dev.handrail.simulator.workspace;

/**
 * Somebody in the workspace, or the bot.
 *
 * @param guest whether they see only the channels that they were invited to: {@code is_restricted}
 */
public record Person(String id, String name, String realName, String title, boolean bot, boolean guest) {
    public Person(String id, String name, String realName, String title, boolean bot) {
        this(id, name, realName, title, bot, false);
    }
}
