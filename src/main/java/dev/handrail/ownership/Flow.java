package dev.handrail.ownership;

/**
 * A stream of business records from one system to another.
 *
 * @param id the key in flows.yml, and the value of the label {@code flow}
 * @param name what people call it
 * @param channel the Slack channel where its incidents are walked, {@code #name} or {@code C...}
 * @param owner who answers for it when no runbook is known
 * @param contract what identifies a record on its way
 */
public record Flow(
        String id, String name, String channel, String source, String target, OwnerId owner, String contract) {}
