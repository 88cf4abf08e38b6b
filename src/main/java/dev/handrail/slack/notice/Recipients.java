package dev.handrail.slack.notice;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.OwnerId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an owner is told outside an incident: each person directly; where the owner names none, in its channels, and a user group
 * in the library's default channel, which is where an owner outside Slack is told, too.
 */
final class Recipients {
    private final Catalogue catalogue;

    Recipients(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param place a person's id or a channel
     * @param mention who is called there; empty for a direct message
     */
    record Recipient(String place, Mrkdwn mention) {}

    List<Recipient> of(OwnerId id) {
        var contacts = catalogue.owner(id).policy().levels().getFirst().tell();
        var people = new ArrayList<Recipient>();
        var others = new ArrayList<Recipient>();
        for (var contact : contacts) {
            switch (contact) {
                case Contact.SlackUser user -> people.add(new Recipient(user.id(), Mrkdwn.NONE));
                case Contact.SlackChannel channel -> others.add(new Recipient(channel.name(), Mrkdwn.NONE));
                case Contact.SlackGroup group ->
                    others.add(new Recipient(catalogue.defaultChannel(), Mrkdwn.group(group.id())));
                case Contact.Outside _ -> {}
            }
        }
        if (people.isEmpty() && others.isEmpty()) {
            others.add(new Recipient(catalogue.defaultChannel(), Mrkdwn.NONE));
        }
        return people.isEmpty() ? others : people;
    }
}
