package dev.handrail.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.match.Match;
import dev.handrail.match.text.Suggestion;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final List<Runbook> FOUR = Stream.of("a", "b", "c", "d")
            .map(name -> RunbookParser.parse(name + ".md", "# Title of " + name + "\n\nText.")
                    .runbook()
                    .orElseThrow())
            .toList();

    @Test
    void givenSeveralThatClaimIt_thenTheFirstThreeAreOfferedEachWithItsReason() {
        var match = new Match.Ambiguous(FOUR, Collections.nCopies(4, "x=\"1\" is what it is for"), "several");

        assertThat(Candidate.of(match)).extracting(Candidate::path).containsExactly("a.md", "b.md", "c.md");
        assertThat(Candidate.of(match).getFirst().why()).isEqualTo("x=\"1\" is what it is for");
    }

    @Test
    void givenSuggestions_thenEachSaysHowSureItIs() {
        var match = new Match.Suggested(List.of(new Suggestion(FOUR.get(1), 0.644, "it speaks of \"export\"")), "none");

        assertThat(Candidate.of(match))
                .containsExactly(new Candidate("b", "b.md", "Title of b", "it speaks of \"export\" (64 % sure)"));
    }

    @Test
    void givenTwoSuggestions_thenEachIsWeighedAgainstTheOtherBecauseOnlyOneCanBeRight() {
        var match = new Match.Suggested(
                List.of(new Suggestion(FOUR.get(0), 0.95, "words"), new Suggestion(FOUR.get(1), 0.24, "words")),
                "none");

        assertThat(Candidate.of(match))
                .extracting(Candidate::why)
                .containsExactly("words (94 % sure)", "words (2 % sure)");
    }

    @Test
    void givenACertainAnswerOrNone_thenNothingIsOffered() {
        assertThat(Candidate.of(new Match.Matched(FOUR.getFirst(), "it is"))).isEmpty();
        assertThat(Candidate.of(new Match.Unknown("nothing"))).isEmpty();
    }
}
