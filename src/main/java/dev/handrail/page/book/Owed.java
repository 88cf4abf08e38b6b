package dev.handrail.page.book;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handrail.ownership.contact.Contact;
import java.time.Instant;

/**
 * What somebody is to be told, as it is stored.
 *
 * @param whom who is called, for people
 * @param why why they are, in words
 * @param at when it was decided
 * @param instead whether it goes out in the place of what Slack would have told
 * @param takings how often somebody had taken what this contact was told: a service that keeps an alert does not call again for
 *     one that is acknowledged, so that each begins another
 */
public record Owed(
        Act act,
        Contact contact,
        String whom,
        String why,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean instead,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int takings) {}
