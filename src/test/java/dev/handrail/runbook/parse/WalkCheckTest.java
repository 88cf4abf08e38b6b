package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.rules;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalkCheckTest {
    private static final String THREE = """
            ## Fix

            ### One

            - **A** → %s

            ### Two

            - **A** → %s

            ### Three

            - **A** → %s
            """;

    @Test
    void givenAStepThatNothingLeadsTo_whenChecked_thenThatIsAWarning() {
        assertThat(rules(THREE.formatted("[x](#three)", "next", "escalate"))).containsExactly("7:1 unreachable-step");
    }

    @Test
    void givenVerification_whenNothingLeadsToIt_thenTheSourceDoes() {
        var text = "## Fix\n\nDo.\n\n- **A** → escalate\n\n## Verification\n\nAsk.\n";

        assertThat(rules(text)).isEmpty();
    }

    @Test
    void givenACircle_whenNothingEndsIt_thenThatIsOneWarning() {
        assertThat(rules(THREE.formatted("next", "next", "[x](#one)"))).containsExactly("3:1 cycle-without-limit");
        assertThat(rules(THREE.formatted("next", "[x](#two)", "escalate")))
                .containsExactly("7:1 cycle-without-limit", "11:1 unreachable-step");
    }

    @Test
    void givenACircle_whenItWaitsOrTriesWithALimit_thenItIsFine() {
        assertThat(rules(THREE.formatted("next", "next", "wait 5m, then [x](#one)")))
                .isEmpty();
        assertThat(
                        rules(
                                "## Fix\n\n### One\n\n```handrail\nretry: manual\nkey: x\nlimit: 1\n```\n\n### Two\n\n- **A** → [x](#one)\n"))
                .isEmpty();
    }
}
