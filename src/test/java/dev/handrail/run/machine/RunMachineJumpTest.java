package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.PROVIDER;
import static dev.handrail.run.machine.Walks.out;
import static dev.handrail.run.machine.Walks.part;
import static dev.handrail.run.machine.Walks.step;
import static dev.handrail.run.machine.Walks.to;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.run.Command;
import dev.handrail.run.Plan;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A jump into another owner's runbook. */
class RunMachineJumpTest {
    private final Plan plan = Walks.jumping();

    @Nested
    class GivenARunThatHasJumped {
        private final Rehearsal run = Rehearsal.acknowledged(plan).answers("The provider's");

        @Test
        void thenTheOtherRunbooksRevisionIsShown() {
            assertThat(run.step()).isEqualTo(PROVIDER);
            assertThat(run.gives(run.answer("Again")).getLast())
                    .isEqualTo(new RunEvent.StepShown(
                            PROVIDER, 2, Optional.of(plan.books().get(1).revision()), Optional.empty()));
        }

        @Test
        void whenItEscalates_thenItsOwnerIsTold() {
            assertThat(told(run.gives(run.answer("Down")))).isEqualTo("Payments");
        }

        @Test
        void whenPeopleAreSilent_thenItsOwnersTimesCount() {
            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(8)));
            assertThat(told(run.strikes(1).strikes())).isEqualTo("Payments");
        }

        @Test
        void whenTheSourceResolvesButItIsNotOver_thenItsOwnerIsTold() {
            run.does(new Command.SourceResolves());

            assertThat(plan.step(run.step()).title()).isEqualTo("Is it over?");
            assertThat(plan.ownerAt(Optional.of(run.step()))).isEqualTo("Payments");
            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(8)));
            assertThat(told(run.gives(run.answer("No, still broken")))).isEqualTo("Payments");
        }
    }

    @Nested
    class GivenAStepWithAnOwnerOfItsOwn {
        private final Owner shop = new Owner(new OwnerId("shop"), "Shop team", Walks.PAYMENTS);
        private final Rehearsal run = Rehearsal.acknowledged(plan.with(Map.of(Walks.LOOK.value(), shop)));

        @Test
        void whenItEscalates_thenThatOwnerIsToldAndTheRecordSaysWhy() {
            var told = (RunEvent.LevelTold)
                    run.gives(new Command.Escalate(ANA, "Help")).getLast();

            assertThat(told.name()).isEqualTo("Payments");
            assertThat(told.called().whom("Shop team")).isEqualTo("Shop team (owner of the step)");
        }
    }

    @Nested
    class GivenARunThatHasNot {
        private final Rehearsal run = Rehearsal.acknowledged(plan);

        @Test
        void whenItEscalates_thenTheFirstOwnerIsTold() {
            assertThat(told(run.gives(new Command.Escalate(ANA, "Help")))).isEqualTo("ERP integration");
        }

        @Test
        void whenTheSourceResolvesButItIsNotOver_thenTheFirstOwnerIsTold() {
            run.does(new Command.SourceResolves());

            assertThat(told(run.gives(run.answer("No, still broken")))).isEqualTo("ERP integration");
        }
    }

    @Nested
    class GivenARunbookThatAsksIsItOverInItsOwnWords {
        private final StepId ask = new StepId("is-it-over");
        private final Plan own = new Plan(
                List.of(Walks.book(
                        "own",
                        Walks.ERP,
                        List.of(
                                step(Walks.LOOK, to("Done", ask)),
                                part(ask, Step.Part.VERIFICATION, out("The shop says so", new Target.Resolved()))))),
                "ERP integration",
                Walks.ERP,
                new Resolution.Verify(),
                ofMinutes(30));

        @Test
        void thenItIsAskedInItsOwnWords() {
            var run = Rehearsal.acknowledged(own).answers("Done");

            assertThat(run.step()).isEqualTo(ask);
            assertThat(Told.of(run.gives(run.answer("The shop says so")))).isEqualTo("Answered + Finished(RESOLVED)");
        }
    }

    private static String told(List<RunEvent> events) {
        return events.getLast() instanceof RunEvent.LevelTold told ? told.name() : "nobody, but " + Told.of(events);
    }
}
