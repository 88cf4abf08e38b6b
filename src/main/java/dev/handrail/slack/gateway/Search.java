package dev.handrail.slack.gateway;

/** What came of looking for a message of ours. */
public sealed interface Search {
    record Found(Outcome.Sent message) implements Search {}

    /** It is not there, or cannot be looked for: then one message too many is better than none. */
    record Nowhere() implements Search {}

    /** Slack could not be asked. */
    record Failed(Outcome outcome) implements Search {}
}
