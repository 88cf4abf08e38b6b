package dev.handrail.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.runbook.parse.RunbookParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixesTest {
    private static Fixes.Mended mended(String text) {
        return new Fixes(some -> RunbookParser.parse("a.md", some).problems())
                .mend(text, RunbookParser.parse("a.md", text).problems());
    }

    @Test
    void givenAKeyWithOneSlip_whenMended_thenNothingElseChanges() {
        var mended = mended("---\r\nowner: payments\r\nflwo:  orders # flwo\r\n---\r\nText.");

        assertThat(mended.fixes()).isEmpty();
        assertThat(mended("---\r\nowner: payments\r\nflwo:  orders\r\n---\r\nText.")
                        .text())
                .isEqualTo("---\r\nowner: payments\r\nflow:  orders\r\n---\r\nText.");
    }

    @Test
    void givenAKeyThatIsThereAlready_whenMended_thenNothingIsDone() {
        var text = "---\nflow: orders\nflwo: orders\n---\nText.";

        assertThat(mended(text)).isEqualTo(new Fixes.Mended(text, List.of()));
    }

    @Test
    void givenAWordInTheWrongCase_whenMended_thenItIsInTheRightOne() {
        assertThat(mended("---\nowner: payments\nstatus: Draft\n---\nText.").text())
                .contains("status: draft");
    }

    @Test
    void givenAWordThatMayMeanAnything_whenMended_thenNothingIsDone() {
        assertThat(mended("---\nowner: payments\nfloww2: orders\nstatus: live\n---\nText.")
                        .fixes())
                .isEmpty();
    }

    @Test
    void givenALooseStepName_whenMended_thenItIsTheNameThatGitHubGives() {
        var text =
                "# A\n\n## Fix\n\n### 1. Replay\n\nDo.\n\n- **No** → [b](#check)\n- **Yes** → resolved\n\n### 2. Check\n\nLook.\n";

        var mended = mended(text);

        assertThat(mended.text()).isEqualTo(text.replace("(#check)", "(#2-check)"));
        assertThat(mended.fixes()).extracting(Fix::words).containsExactly("'#check' is now '#2-check'");
    }
}
