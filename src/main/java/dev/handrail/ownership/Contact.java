package dev.handrail.ownership;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A way to reach a person or a team. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Contact.SlackUser.class, name = "slack_user"),
    @JsonSubTypes.Type(value = Contact.SlackGroup.class, name = "slack_group"),
    @JsonSubTypes.Type(value = Contact.SlackChannel.class, name = "slack_channel")
})
public sealed interface Contact {
    /** A person: mentioned in the thread, and sent a direct message. {@code id} is Slack's, {@code U...} or {@code W...}. */
    record SlackUser(String id) implements Contact {}

    /** A user group: mentioned in the thread. {@code id} is Slack's, {@code S...}. */
    record SlackGroup(String id) implements Contact {}

    /** A channel that the page is posted to. {@code name} is {@code #name} or Slack's {@code C...}. */
    record SlackChannel(String name) implements Contact {}
}
