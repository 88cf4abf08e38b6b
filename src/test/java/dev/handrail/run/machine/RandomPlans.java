package dev.handrail.run.machine;

import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Book;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Plans of no, one or two runbooks of one to six steps, whose outcomes lead anywhere that an author may send them. */
final class RandomPlans {
    private final Random random;

    private RandomPlans(Random random) {
        this.random = random;
    }

    static Arbitrary<Plan> plans() {
        return Arbitraries.randomValue(random -> new RandomPlans(random).plan());
    }

    private Plan plan() {
        var owners = List.of(policy(), policy());
        var names = List.of(names(""), names("other.md#"));
        var count = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2);
        var books = IntStream.range(0, count)
                .mapToObj(index -> book(index, names.subList(0, count), owners.get(index)))
                .toList();
        return new Plan(books, "owner 0", owners.getFirst(), resolution(), Duration.ofMinutes(30));
    }

    private Book book(int index, List<List<StepId>> names, EscalationPolicy policy) {
        var own = names.get(index);
        var reachable = names.stream().flatMap(List::stream).toList();
        var diagnosis = random.nextInt(own.size() + 1);
        var verification = diagnosis + random.nextInt(own.size() + 1 - diagnosis);
        var steps = new ArrayList<Step>();
        for (var place = 0; place < own.size(); place++) {
            var part = place < diagnosis
                    ? Step.Part.DIAGNOSIS
                    : place < verification ? Step.Part.MITIGATION : Step.Part.VERIFICATION;
            steps.add(step(own.get(place), part, reachable));
        }
        return Walks.book("book-" + index, policy, steps);
    }

    private Step step(StepId id, Step.Part part, List<StepId> reachable) {
        var outcomes = IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(place -> new Outcome("outcome " + place, target(reachable)))
                .toList();
        var retry =
                part == Step.Part.MITIGATION || random.nextInt(5) == 0 ? Optional.of(retry()) : Optional.<Retry>empty();
        return new Step(id, part, "Step " + id, "Do it.", outcomes, retry, 1);
    }

    private Retry retry() {
        var limit = 1 + random.nextInt(4);
        var backoff = IntStream.range(1, limit).mapToObj(_ -> minutes(10)).toList();
        var unknown = random.nextBoolean() ? Optional.of("outcome 2") : Optional.<String>empty();
        return new Retry(
                Retry.MANUAL, "{{ id }}", limit, backoff, new Retry.TryOutcomes("outcome 0", "outcome 1", unknown));
    }

    private Target target(List<StepId> reachable) {
        return switch (random.nextInt(8)) {
            case 0 -> new Target.Resolved();
            case 1 -> new Target.Escalate("The runbook says so");
            case 2 -> new Target.Wait(minutes(60), new Target.ToStep(any(reachable)));
            case 3 -> new Target.Wait(minutes(60), new Target.Escalate("It took too long"));
            default -> new Target.ToStep(any(reachable));
        };
    }

    private Resolution resolution() {
        return switch (random.nextInt(4)) {
            case 0 -> new Resolution.Auto();
            case 1 -> new Resolution.Quiet(minutes(30));
            default -> new Resolution.Verify();
        };
    }

    private EscalationPolicy policy() {
        var levels = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(
                        level -> new Level("level " + level, List.of(new Contact.SlackUser("U" + level)), minutes(20)))
                .toList();
        return new EscalationPolicy(levels, minutes(20), minutes(20));
    }

    private List<StepId> names(String prefix) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(place -> new StepId(prefix + "step-" + place))
                .toList();
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(1 + random.nextInt(most));
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
