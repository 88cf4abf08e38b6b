package dev.handrail.slack.gateway;

import java.time.Duration;
import java.util.Set;

/** What came of a call to Slack that changes something. */
public sealed interface Outcome {
    /** It happened. {@code channel} is Slack's id. */
    record Sent(String channel, String ts) implements Outcome {}

    /** It did not happen, and the method must be left alone for a while. */
    record RateLimited(Duration retryAfter) implements Outcome {}

    /** It may have happened. */
    record Ambiguous(String why) implements Outcome {}

    /** It did not happen. {@code error} is Slack's word. */
    record Refused(String error, Reason reason) implements Outcome {}

    /** What Slack's errors mean for us. */
    enum Reason {
        /** Nothing can be written there. */
        PLACE,
        /** The message is not there, or may not be edited. */
        MESSAGE,
        /** Slack does not take what is in the message. */
        CONTENT,
        /** Handrail itself is not let in. */
        ACCESS,
        /** Something that may pass. */
        OTHER;

        private static final Set<String> PLACES = Set.of(
                "channel_not_found",
                "not_in_channel",
                "is_archived",
                "restricted_action",
                "posting_to_general_channel_denied",
                "user_not_found",
                "user_disabled",
                "cannot_dm_bot",
                "messages_tab_disabled",
                "thread_not_found",
                "restricted_action_read_only_channel",
                "restricted_action_thread_locked");
        private static final Set<String> MESSAGES =
                Set.of("message_not_found", "cant_update_message", "edit_window_closed");
        private static final Set<String> CONTENTS = Set.of(
                "invalid_blocks",
                "invalid_blocks_format",
                "msg_too_long",
                "msg_blocks_too_long",
                "no_text",
                "invalid_arguments",
                "invalid_metadata_format",
                "metadata_too_large");
        private static final Set<String> ACCESSES = Set.of(
                "invalid_auth",
                "not_authed",
                "account_inactive",
                "token_revoked",
                "token_expired",
                "missing_scope",
                "no_permission",
                "access_denied",
                "org_login_required",
                "ekm_access_denied");

        static Reason of(String error) {
            if (PLACES.contains(error)) {
                return PLACE;
            }
            if (MESSAGES.contains(error)) {
                return MESSAGE;
            }
            if (CONTENTS.contains(error)) {
                return CONTENT;
            }
            return ACCESSES.contains(error) ? ACCESS : OTHER;
        }
    }
}
