package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every step that changes something: only people walk it, and never more often or sooner than it allows. */
class RunMachineTryPropertyTest {
    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(RandomPlans.plans(), Move.moves()).as(History::of);
    }

    @Property
    void onlyAPersonAnswersTriesOrTakes(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (!moment.isByPerson()) {
                assertThat(moment.events())
                        .as("%s", moment.command())
                        .noneMatch(event -> event instanceof RunEvent.Answered
                                || event instanceof RunEvent.TryStarted
                                || event instanceof RunEvent.Acknowledged
                                || event instanceof RunEvent.PageTaken
                                || event instanceof RunEvent.TookOver);
            }
        }
    }

    @Property
    void noClockAndNoSourceLeadsPastAStepButToItsWaitsEndOrTheLastQuestion(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (moment.isByPerson() || !(moment.after().position() instanceof Position.OnStep after)) {
                continue;
            }
            switch (moment.before().position()) {
                case Position.OnStep before
                when before.step().equals(after.step()) ->
                    assertThat(after.openTry()).isEqualTo(before.openTry());
                case Position.Waiting before
                when before.then().equals(new Target.ToStep(after.step())) ->
                    assertThat(after.openTry()).isEmpty();
                default ->
                    assertThat(part(history, after.step())).as("%s", moment).isEqualTo(Step.Part.VERIFICATION);
            }
        }
    }

    @Property
    void theLastQuestionsAreNotAskedFromTheStartBecauseOfATryAmongThem(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (moment.events().size() > 1
                    && moment.events().getFirst() instanceof RunEvent.Answered answered
                    && part(history, answered.step()) == Step.Part.VERIFICATION
                    && moment.events().get(1) instanceof RunEvent.StepShown shown) {
                assertThat(history.plan().step(answered.step()).outcome(answered.outcome()))
                        .map(Outcome::target)
                        .contains(new Target.ToStep(shown.step()));
            }
        }
    }

    @Property
    void anOpenTryIsLeftOnlyByAPersonOrTheEnd(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (moment.before().position() instanceof Position.OnStep before
                    && before.openTry().isPresent()
                    && !moment.isByPerson()
                    && moment.after().isOpen()) {
                assertThat(moment.after().position()).isEqualTo(before);
            }
        }
    }

    @Property
    void aPersonPassesARetryStepOnlyByAnAnswerThatWasOnItsCard(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            for (var event : moment.events()) {
                if (event instanceof RunEvent.Answered answered) {
                    assertOffered(history, moment.before(), answered);
                }
            }
        }
    }

    private static void assertOffered(History history, RunState before, RunEvent.Answered answered) {
        var now = (Position.OnStep) before.position();
        assertThat(now.is(answered.step(), answered.attempt())).isTrue();
        history.plan()
                .step(answered.step())
                .retry()
                .ifPresent(retry -> assertThat(retry.outcomes().has(answered.outcome()))
                        .as("%s answered at %s", answered, now)
                        .isEqualTo(now.openTry().isPresent()));
    }

    @Property
    void triesKeepTheirLimitAndTheirBackoff(@ForAll("histories") History history) {
        var ended = new HashMap<StepId, Instant>();
        for (var moment : history.moments()) {
            for (var event : moment.events()) {
                if (event instanceof RunEvent.TryStarted started) {
                    assertAllowed(history, started, moment.at(), Optional.ofNullable(ended.get(started.step())));
                    ended.put(started.step(), moment.at());
                } else if (event instanceof RunEvent.Answered report && isTrying(moment.before())) {
                    ended.put(report.step(), moment.at());
                }
            }
        }
    }

    private static boolean isTrying(RunState state) {
        return state.position() instanceof Position.OnStep now && now.openTry().isPresent();
    }

    private static void assertAllowed(
            History history, RunEvent.TryStarted started, Instant at, Optional<Instant> lastEnded) {
        var retry = history.plan().step(started.step()).retry().orElseThrow();
        assertThat(started.number()).isBetween(1, retry.limit());
        assertThat(lastEnded.isPresent()).isEqualTo(started.number() > 1);
        lastEnded.ifPresent(last ->
                assertThat(at).isAfterOrEqualTo(last.plus(retry.backoff().get(started.number() - 2))));
    }

    private static Step.Part part(History history, StepId step) {
        return history.plan().step(step).part();
    }
}
