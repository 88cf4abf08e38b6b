package dev.handrail.ownership.contact;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A person whom owners.yml names.
 *
 * @param id the key under {@code people}
 * @param zone by which times are told to them; empty where nobody has written it
 * @param contacts in the order in which they are told
 */
public record Teammate(String id, String name, Optional<ZoneId> zone, List<Contact> contacts) {
    public Teammate {
        contacts = List.copyOf(contacts);
    }

    /** Returns their id in Slack; empty for somebody who is not there. */
    public Optional<String> slackUser() {
        return contacts.stream()
                .filter(Contact.SlackUser.class::isInstance)
                .map(contact -> ((Contact.SlackUser) contact).id())
                .findFirst();
    }
}
