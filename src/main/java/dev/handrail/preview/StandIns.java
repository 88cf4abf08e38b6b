package dev.handrail.preview;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.parse.RunbookParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in for owners and runbooks that are not there, so that what is there can be walked to its end. */
final class StandIns {
    private static final OwnerId OWNER = new OwnerId("the-owner");
    private static final Duration TIME = Duration.ofMinutes(15);

    private StandIns() {}

    /** Returns a library in which everything leads somewhere. */
    static Library library(Optional<Catalogue> catalogue, List<Runbook> runbooks) {
        var byPath = new TreeMap<String, Runbook>();
        runbooks.forEach(runbook -> byPath.put(runbook.path(), runbook));
        runbooks.stream()
                .flatMap(StandIns::jumps)
                .filter(jump -> !byPath.containsKey(jump.path()))
                .forEach(jump -> runbook(jump).ifPresent(made -> byPath.put(jump.path(), made)));
        return new Library(catalogue.orElseGet(() -> owners(runbooks)), List.copyOf(byPath.values()), List.of());
    }

    /** Returns where a runbook's outcomes leave it. */
    static Stream<Target.ToRunbook> jumps(Runbook runbook) {
        return runbook.walk().steps().stream()
                .flatMap(step -> step.outcomes().stream())
                .map(Outcome::target)
                .flatMap(target -> jump(target).stream());
    }

    private static Optional<Target.ToRunbook> jump(Target target) {
        return switch (target) {
            case Target.ToRunbook jump -> Optional.of(jump);
            case Target.Wait wait -> jump(wait.then());
            case Target.ToStep _, Target.Resolved _, Target.Escalate _ -> Optional.empty();
        };
    }

    private static Optional<Runbook> runbook(Target.ToRunbook jump) {
        var anchor = jump.step().map(step -> "<a id=\"" + step + "\"></a> ").orElse("");
        var text = """
                # %s

                ## Diagnosis

                ### %sThis runbook is not here

                The walk would go on in `%s`, which is not there to be read.
                """.formatted(jump.path(), anchor, jump.path());
        return RunbookParser.parse(jump.path(), text).runbook();
    }

    /** Each owner that a runbook names, under that name; without owners.yml nobody knows more. */
    private static Catalogue owners(List<Runbook> runbooks) {
        Map<OwnerId, Owner> owners = new HashMap<>();
        owners.put(OWNER, owner(OWNER, "The owner (no owners.yml here)"));
        runbooks.stream()
                .flatMap(runbook -> runbook.policy().owner().stream())
                .forEach(id -> owners.put(id, owner(id, id.value())));
        return new Catalogue(owners, Map.of(), OWNER, "#incidents");
    }

    private static Owner owner(OwnerId id, String name) {
        var level = new Level(name, List.of(new Contact.SlackChannel("#" + id)), TIME);
        return new Owner(id, name, new EscalationPolicy(List.of(level), TIME, TIME));
    }
}
