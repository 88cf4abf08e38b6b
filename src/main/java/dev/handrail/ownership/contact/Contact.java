package dev.handrail.ownership.contact;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** A way to reach a person or a team. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Contact.SlackUser.class, name = "slack_user"),
    @JsonSubTypes.Type(value = Contact.SlackGroup.class, name = "slack_group"),
    @JsonSubTypes.Type(value = Contact.SlackChannel.class, name = "slack_channel"),
    @JsonSubTypes.Type(value = Contact.Email.class, name = "email"),
    @JsonSubTypes.Type(value = Contact.PagerDuty.class, name = "pagerduty"),
    @JsonSubTypes.Type(value = Contact.Webhook.class, name = "webhook")
})
public sealed interface Contact {
    /** A person: mentioned in the thread, and sent a direct message. {@code id} is Slack's, {@code U...} or {@code W...}. */
    record SlackUser(String id) implements Contact {}

    /** A user group: mentioned in the thread. {@code id} is Slack's, {@code S...}. */
    record SlackGroup(String id) implements Contact {}

    /** A channel that the page is posted to. {@code name} is {@code #name} or Slack's {@code C...}. */
    record SlackChannel(String name) implements Contact {}

    /** A contact that is reached whether or not Slack is. */
    sealed interface Outside extends Contact {
        /** Returns how it is told, for people, without an address: {@code by e-mail}. */
        default String way() {
            return switch (this) {
                case Email _ -> "by e-mail";
                case PagerDuty _ -> "by PagerDuty";
                case Webhook _ -> "by a webhook";
            };
        }
    }

    /** An address that a mail is sent to. */
    record Email(String address) implements Outside {}

    /** A service of PagerDuty. {@code key} is the environment variable that holds its routing key. */
    record PagerDuty(String key) implements Outside {}

    /**
     * Anything that takes JSON.
     *
     * @param url the environment variable that holds the address, which may be a secret itself
     * @param secret the one that holds what requests are signed with; empty for requests without a signature
     */
    record Webhook(String url, Optional<String> secret) implements Outside {}
}
