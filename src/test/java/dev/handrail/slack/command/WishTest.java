package dev.handrail.slack.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    private static final Person ANA = new Person("U01ANA", "ana");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "show 12                                | show              | 12",
                "<@U0BOT>  list                         | list              | ''",
                "“ERP integration team” it is down      | ERP integration team | it is down",
                "erp  “it &amp; all &lt;orders&gt;”     | erp               | it & all <orders>",
                "''                                     | ''                | ''",
                "erp \"\"                                 | erp               | ''",
            })
    void givenWords_whenTaken_thenTheFirstAndTheRestAreWhatWasTyped(String text, String first, String rest) {
        var wish = Wish.of(ANA, text);

        assertThat(wish.first()).isEqualTo(first);
        assertThat(wish.rest().sentence()).isEqualTo(rest);
    }
}
