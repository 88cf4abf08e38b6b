package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.clean;
import static dev.handrail.runbook.parse.Reading.rules;
import static dev.handrail.runbook.parse.Reading.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.OwnerId;
import dev.handrail.runbook.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A step that somebody else answers for. */
class StepOwnerTest {
    private static final String HEAD = "## Mitigation\n\n### Refund\n\nRefund it.\n\n";
    private static final String MORE = "\n### Look\n\nLook.\n";

    private static String fence(String yaml) {
        return "```yaml handrail\n" + yaml + "\n```\n";
    }

    @Test
    void givenAStepThatNamesItsOwner_whenParsed_thenItHasThatOwnerAndTheOthersHaveNone() {
        var book = clean(HEAD + fence("owner: payments") + "\nThen press.\n" + MORE);

        assertThat(step(book, "refund").owner()).contains(new OwnerId("payments"));
        assertThat(step(book, "refund").text()).as("as shown").isEqualTo("Refund it.\n\nThen press.");
        assertThat(step(book, "look")).extracting(Step::owner).isEqualTo(Optional.empty());
    }

    @Test
    void givenAnOwnerBesideARetry_whenParsed_thenTheStepHasBoth() {
        var retry = "retry: manual\nkey: x\nlimit: 1";
        var step = step(clean(HEAD + fence("owner: payments") + "\n" + fence(retry) + MORE), "refund");

        assertThat(step.owner()).contains(new OwnerId("payments"));
        assertThat(step.retry()).isPresent();
    }

    @Test
    void givenTwoOwners_thenTheSecondIsAnError() {
        assertThat(rules(HEAD + fence("owner: payments") + "\n" + fence("owner: duty") + MORE))
                .containsExactly("11:1 second-owner!");
    }

    @Test
    void givenAnotherKeyBesideIt_thenItIsUnknown() {
        assertThat(rules(HEAD + fence("owner: payments\nwhy: money") + MORE)).containsExactly("9:1 unknown-key!");
    }
}
