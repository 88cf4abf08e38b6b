package dev.handrail.intake.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-21T02:14:05Z                | 2026-11-21T02:14:05Z
            2026-11-21T03:14:05.1234567+01:00   | 2026-11-21T02:14:05.123456700Z
            2019-02-15T23:53:45.093+0000        | 2019-02-15T23:53:45.093Z
            2017-06-30T22:25:43                 | 2017-06-30T22:25:43Z
            2022-08-26 01:02:24                 | 2022-08-26T01:02:24Z
            2022-08-26 01:02:24+02:00           | 2022-08-25T23:02:24Z
            2022-08-26 01:02:24.123             | 2022-08-26T01:02:24.123Z
            2023.05.01 12:00:00                 | 2023-05-01T12:00:00Z
            Sat Oct 26 23:20:39 UTC 2024        | 2024-10-26T23:20:39Z
            Wed, 11 Dec 2024 15:05:02 GMT       | 2024-12-11T15:05:02Z
            1499368214                          | 2017-07-06T19:10:14Z
            1709991485.873                      | 2024-03-09T13:38:05.873Z
            1733929712000                       | 2024-12-11T15:08:32Z
            1733929712000123                    | 2024-12-11T15:08:32.000123Z
            1502709956288000110                 | 2017-08-14T11:25:56.288000110Z
            1.7339297E9                         | 2024-12-11T15:08:20Z
            """)
    void givenATimeAsSomeSenderWritesIt_whenRead_thenItIsThatTime(String sent, Instant at)
            throws UntranslatableException {
        assertThat(Times.parse(sent)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "0001-01-01T00:00:00Z", "null"})
    void givenWhatStandsForNoTimeYet_whenRead_thenThereIsNone(String sent) throws UntranslatableException {
        assertThat(Times.parse(sent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01T00:00:00Z", "9999-01-01T00:00:00Z", "-5", "99999999999999999999"})
    void givenAnythingElse_whenRead_thenItIsRefusedByName(String sent) {
        assertThatThrownBy(() -> Times.parse(sent))
                .isInstanceOf(UntranslatableException.class)
                .hasMessage("found '%s', wanted a time like 2026-11-21T02:14:05Z", sent);
    }

    @Property(tries = 500)
    void givenAnyText_whenRead_thenItIsATimeOrRefused(@ForAll String sent) {
        try {
            assertThat(Times.parse(sent)).isNotNull();
        } catch (UntranslatableException e) {
            assertThat(e.message()).startsWith("found '");
        }
    }
}
