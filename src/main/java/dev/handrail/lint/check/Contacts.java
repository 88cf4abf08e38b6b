package dev.handrail.lint.check;

import dev.handrail.platform.source.Problems;

/** Owners who are reached through Slack and nothing else: a message may not wake anybody. */
final class Contacts implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        OwnerContacts.of(subject).forEach((id, contacts) -> {
            if (contacts.isOnlySlack()) {
                problems.warning(
                        contacts.at(),
                        "owner-only-in-slack",
                        "'" + id + "', whose every contact is in Slack",
                        "a contact that wakes somebody too: email or pagerduty");
            }
        });
    }
}
