package dev.handrail.slack.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElsewhereTest {
    /** A modal says where Handrail is; there, the workspace that it was pressed from may be another. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "team":{"id":"T1"}, "user":{"team_id":"T1"}                                                     | false
            "team":{"id":"T1"}, "user":{"team_id":"T2"}                                                     | true
            "team":{"id":"T1"}, "user":{"id":"U1"}                                                          | false
            "team":{"id":"T1","enterprise_id":"E1"}, "user":{"team_id":"E1"}                                | false
            "team":{"id":"T1","enterprise_id":"E1"}, "user":{"team_id":"E2"}                                | true
            "team":null, "enterprise":{"id":"E1"}, "user":{"team_id":"E1"}                                  | false
            "team":{"id":"T2"}, "user":{"team_id":"T2"}, "view":{"app_installed_team_id":"T1"}              | true
            "team":{"id":"T1"}, "user":{"team_id":"T1"}, "view":{"app_installed_team_id":"T1"}              | false
            "team":{"id":"T2","enterprise_id":"E1"}, "user":{"team_id":"E1"}, "view":{"app_installed_team_id":"E1"} | false
            """)
    void givenAPress_thenItIsKnownWhetherItComesFromElsewhere(String payload, boolean elsewhere) {
        assertThat(Elsewhere.pressed(Json.tree("{" + payload + "}"))).isEqualTo(elsewhere);
    }
}
