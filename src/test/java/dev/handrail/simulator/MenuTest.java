package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A menu that the app fills while somebody types, as strict as Slack's. */
class MenuTest {
    private static final String BUTTON = """
            [{'type':'actions','block_id':'buttons','elements':[
                {'type':'button','action_id':'take','value':'1','text':{'type':'plain_text','text':'Open'}}]}]
            """;
    private static final String TWO = """
            {'options':[{'text':{'type':'plain_text','text':'Refund failed'},'value':'refund'},
                        {'text':{'type':'plain_text','text':'Stock drift'},'value':'stock'}]}
            """.replace('\'', '"');

    private final LocalSlackFixture local = new LocalSlackFixture();

    @AfterEach
    void close() {
        local.close();
    }

    private SlackModal opened(String more) throws Exception {
        local.bot.answers(200, "");
        local.post("#order-flows", "Stalled", BUTTON);
        local.driver.as("U01ANA").inChannel("#order-flows").message("Stalled").click("Open");
        var trigger = local.bot.last().payload().path("trigger_id").asText();
        var refused = local.methods
                .viewsOpen(request -> request.triggerId(trigger).viewAsString(modal(more)))
                .getError();
        return refused == null
                ? local.driver.as("U01ANA").modal()
                : new SlackModal(local.driver.as("U01ANA"), FakeBot.json("{'refused':'" + refused + "'}"));
    }

    private static String modal(String more) {
        return """
                {'type':'modal','callback_id':'pick','private_metadata':'run-1','title':{'type':'plain_text','text':'Pick'},
                 'submit':{'type':'plain_text','text':'Use it'},
                 'blocks':[{'type':'input','block_id':'which','label':{'type':'plain_text','text':'Which?'},
                   'element':{'type':'external_select','action_id':'which'%s}}]}
                """.formatted(more).replace('\'', '"');
    }

    @Test
    void givenWordsAreTyped_whenTheAppAnswers_thenWhatItOffersCanBeChosen() throws Exception {
        var modal = opened(",'min_query_length':0");
        local.bot.answers(200, TWO);
        assertThat(modal.search("which", "ref")).containsExactly("Refund failed", "Stock drift");

        var asked = local.bot.last().payload();
        assertThat(asked.path("type").asText()).isEqualTo("block_suggestion");
        assertThat(asked.path("value").asText()).isEqualTo("ref");
        assertThat(asked.path("block_id").asText() + asked.path("action_id").asText())
                .isEqualTo("whichwhich");
        assertThat(asked.at("/view/private_metadata").asText()).isEqualTo("run-1");
        assertThat(asked.at("/container/view_id").asText()).isEqualTo(modal.id());
        assertThat(local.bot.last().headers()).containsKey("x-slack-signature");

        local.bot.answers(200, "");
        modal.submit(Map.of("which", "Stock drift"));
        var chosen = local.bot.last().payload().at("/view/state/values/which/which");
        assertThat(chosen.path("type").asText()).isEqualTo("external_select");
        assertThat(chosen.at("/selected_option/value").asText()).isEqualTo("stock");
        assertThat(chosen.at("/selected_option/text/text").asText()).isEqualTo("Stock drift");
    }

    @Test
    void givenNothingWasOffered_whenItIsSent_thenNothingCanBeChosen() throws Exception {
        var modal = opened(",'min_query_length':0");
        assertThat(modal.submit(Map.of()).at("/errors/which").asText()).startsWith("Please complete");
        assertThatThrownBy(() -> modal.submit(Map.of("which", "stock"))).hasMessageContaining("no_such_option");

        local.bot.answers(200, TWO);
        modal.search("which", "");
        local.bot.answers(200, "{\"options\":[]}");
        assertThat(modal.search("which", "nothing")).isEmpty();
        assertThatThrownBy(() -> modal.submit(Map.of("which", "stock"))).hasMessageContaining("no_such_option");
    }

    @Test
    void givenTooLittleIsTyped_whenTheMenuDoesNotSayHowMuch_thenTheAppIsNotAskedBeforeThreeLetters() throws Exception {
        var modal = opened("");
        var before = local.bot.received().size();
        assertThat(modal.search("which", "re")).isEmpty();
        assertThat(local.bot.received()).hasSize(before);

        local.bot.answers(200, TWO);
        assertThat(modal.search("which", "ref")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{\"options\":\"none\"}",
                "{\"choices\":[]}",
                "{\"options\":[{\"text\":\"x\",\"value\":\"y\"}]}",
                "101"
            })
    void givenAnAnswerThatSlackDoesNotTake_whenItComes_thenThePersonIsTold(String answer) throws Exception {
        var modal = opened(",'min_query_length':1");
        local.bot.answers(200, answer.equals("101") ? many() : answer);

        assertThatThrownBy(() -> modal.search("which", "ref"))
                .hasMessageContaining("the app answered what Slack does not understand");
    }

    private static String many() {
        return IntStream.rangeClosed(1, 101)
                .mapToObj(number -> "{'text':{'type':'plain_text','text':'%1$d'},'value':'%1$d'}".formatted(number))
                .collect(Collectors.joining(",", "{'options':[", "]}"))
                .replace('\'', '"');
    }

    @Test
    void givenAnAppThatFails_whenItIsAsked_thenThePersonIsTold() throws Exception {
        var modal = opened(",'min_query_length':0");
        local.bot.answers(500, "");

        assertThatThrownBy(() -> modal.search("which", "ref")).hasMessageContaining("the app answered 500");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,'options':[]
            ,'min_query_length':-1
            ,'min_query_length':'one'
            ,'placeholder':'no text object'
            """, quoteCharacter = '"')
    void givenAMenuThatSlackDoesNotTake_whenItsModalIsOpened_thenItIsRefused(String more) throws Exception {
        assertThat(opened(more).view().path("refused").asText()).isEqualTo("invalid_arguments");
    }
}
