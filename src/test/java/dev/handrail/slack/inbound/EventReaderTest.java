package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    @ParameterizedTest(name = "subtype {0}")
    @CsvSource({"'', true", "file_share, true", "thread_broadcast, true", "message_changed, false", "bot_message, false"
    })
    void givenAReplyInAThread_thenItsKindSaysWhetherItIsANote(String subtype, boolean note) {
        var envelope = """
                {"type": "event_callback", "event_id": "Ev2", "event": {"type": "message", "subtype": "%s", "user": "U1",
                 "channel": "C1", "ts": "2.1", "thread_ts": "1.1", "text": "It is the queue"}}""".formatted(subtype);

        assertThat(EventReader.event(Json.tree(envelope)) instanceof Received.Request)
                .isEqualTo(note);
    }

    /** In a shared channel the author's workspace, or their organisation, need not be the one that Handrail is in. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "team": "T1"                                            | "team_id": "T1"                          | false
            "team": "T2"                                            | "team_id": "T1"                          | true
            "team": "T1", "user_team": "T2", "source_team": "T2"    | "team_id": "T1"                          | true
            "team": "T2", "user_team": "T1", "source_team": "T1"    | "team_id": "T1"                          | false
            "user_team": "E1", "source_team": "E1"                  | "team_id": "T1", "enterprise_id": "E1"   | false
            "user_team": "E2", "source_team": "T9"                  | "team_id": "T1", "enterprise_id": "E1"   | true
            "channel_type": "channel"                               | "team_id": "T1"                          | false
            "team": "T2"                                            | "is_bot": true                           | false
            """)
    void givenAMention_thenItIsKnownWhetherItsAuthorIsFromElsewhere(String author, String home, boolean elsewhere) {
        var envelope = """
                {"type": "event_callback", "event_id": "Ev1", "authorizations": [{%s}],
                 "event": {"type": "app_mention", "user": "U1", "channel": "C1", "text": "silences", %s}}""".formatted(home, author);

        assertThat(EventReader.event(Json.tree(envelope)))
                .isInstanceOfSatisfying(
                        Received.Request.class,
                        request -> assertThat(request.asked())
                                .isInstanceOfSatisfying(
                                        Asked.Mentioned.class,
                                        said -> assertThat(said.elsewhere()).isEqualTo(elsewhere)));
    }
}
