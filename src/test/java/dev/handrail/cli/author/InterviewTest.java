package dev.handrail.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewTest {
    private final StringWriter said = new StringWriter();

    private Interview answered(String answers) {
        return new Interview(new BufferedReader(new StringReader(answers)), new PrintWriter(said, true));
    }

    @Test
    void givenAQuestionThatMustBeAnswered_whenItIsNot_thenItIsAskedAgain() throws IOException {
        assertThat(answered("\n  \n Stuck \n").must("What?")).hasValue("Stuck");
        assertThat(answered("").must("What?")).isEmpty();
    }

    @Test
    void givenChoices_whenANumberOrANameIsGiven_thenItIsThatOne() throws IOException {
        var owners = List.of("erp", "payments");
        assertThat(answered("2\n").choose("Who?", owners)).hasValue("payments");
        assertThat(answered("9\nerpp\nerp\n").choose("Who?", owners)).hasValue("erp");
        assertThat(said.toString()).contains("  1  erp", "Found 'erpp'; wanted one of the list.");
        assertThat(answered("\n").choose("Who?", owners)).isEmpty();
    }

    @Test
    void givenAQuestionThatMayBeLeft_whenItIs_thenWhatIsToBeWrittenStands() throws IOException {
        assertThat(answered("\n").may("What mends it?", "Say so.")).isEqualTo("Say so.");
    }
}
