package dev.handrail.slack.render;

/**
 * A place in Slack and what should stand there.
 *
 * @param key the slot's name within its incident, for good: {@code root}, {@code step/replay/1}, {@code page/2}
 */
public record Slot(String key, Kind kind, Urgency urgency, Where where, Message message) {
    /** The key of the message that the thread hangs on. */
    public static final String ROOT = "root";

    /** Whether a slot is posted, edited, or both. */
    public enum Kind {
        /** Posted, and edited whenever it changes. */
        LIVING,
        /** Posted to be noticed, because an edit notifies nobody; edited only to take back what it asked for. */
        APPENDED,
        /** An appended slot whose moment has passed: never posted any more, but edited if it was. */
        OVERTAKEN
    }

    /** What goes first when Slack allows only so much. The most urgent first. */
    public enum Urgency {
        PAGE,
        STEP,
        CARD
    }

    /** Where a slot stands. Slots of one place are posted in order. */
    public sealed interface Where {
        /** The message in the channel that the thread hangs on. {@code channel} is {@code #name} or Slack's {@code C...}. */
        record Root(String channel) implements Where {}

        /** A reply to the root. {@code alsoInChannel}: shown in the channel as well. */
        record InThread(boolean alsoInChannel) implements Where {}

        /** A direct message. */
        record Direct(String user) implements Where {}

        /** A message in a channel other than the incident's. */
        record Elsewhere(String channel) implements Where {}
    }

    static Slot inThread(String key, Kind kind, Urgency urgency, Message message) {
        return new Slot(key, kind, urgency, new Where.InThread(false), message);
    }

    Slot with(Message other) {
        return new Slot(key, kind, urgency, where, other);
    }

    /** Says whether the slot is a reply that still waits for somebody to answer it. */
    public boolean isOpenReply() {
        return kind == Kind.LIVING && where instanceof Where.InThread && message.hasButtons();
    }

    /** Says whether the slot is to be posted where it does not stand yet. */
    public boolean isWanted() {
        return kind != Kind.OVERTAKEN;
    }
}
