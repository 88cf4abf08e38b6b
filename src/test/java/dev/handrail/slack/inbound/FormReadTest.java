package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form with a list and a field for what the list has no room for: one of the two is filled in. */
class FormReadTest {
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"selected_options":[{"value":"7"}]}  | ``            | 7
            {"selected_options":[]}               | order_id=4711 | order_id=4711
            {"selected_options":[{"value":"7"}]}  | order_id=4711 | typed: Something
            """)
    void givenBothAreFilledIn_whenItIsSent_thenTheFieldSaysSo(String picked, String typed, String expected) {
        var payload = """
                {"type":"view_submission","team":{"id":"T01"},"user":{"id":"U02BEN","name":"ben"},
                 "view":{"id":"V1","hash":"h","callback_id":"split",
                  "private_metadata":"{\\"ticket\\":\\"1\\",\\"channel\\":\\"C01\\",\\"thread\\":\\"1.0\\"}",
                  "state":{"values":{"choice":{"choice":%s},"typed":{"typed":{"value":"%s"}},
                   "sentence":{"sentence":{"value":"the same"}}}}}}""".formatted(picked, typed);

        var read = switch (PayloadReader.read("interactive", Json.tree(payload))) {
            case Received.Request request ->
                ((Asked.Pressed) request.asked()).choice().orElse("");
            case Received.BadInput bad -> bad.field() + ": " + bad.problem();
            case Received other -> other.toString();
        };

        assertThat(read).contains(expected);
    }
}
