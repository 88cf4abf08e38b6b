package dev.handrail.run.fact;

import dev.handrail.ownership.contact.Contact;

/**
 * What became of telling somebody outside Slack. It is no event: it is known by whoever sends, and asked for by those who show
 * it.
 *
 * @param position of the event that it comes of
 * @param why why it was not sent, or not yet; may be empty
 */
public record Telling(long position, Contact contact, Standing standing, String why) {
    /** How far it came. */
    public enum Standing {
        SENT,
        /** It is about to be sent for the first time. */
        UNDER_WAY,
        /** It could not be sent, and is tried again. */
        AGAIN,
        /** It was given up. */
        NOT_SENT
    }
}
