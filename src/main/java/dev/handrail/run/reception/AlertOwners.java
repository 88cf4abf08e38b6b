package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.runbook.library.OwnerChoice;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whom an alert itself leads to, beside its runbook: by its own word, by a rule for what it says, by its system or its source. */
record AlertOwners(Catalogue catalogue) {
    /** The label or annotation that names who answers for an alert; a source's own owner comes as an annotation. */
    private static final String OWNER = "owner";

    OwnerChoice.Payload payload(Alert alert) {
        return payload(alert::label, alert.annotation(OWNER));
    }

    /** Returns where several alerts lead by what they share. */
    OwnerChoice.Payload payload(Function<String, Optional<String>> label, Map<String, String> annotations) {
        return payload(label, Optional.ofNullable(annotations.get(OWNER)));
    }

    /** @param named the owner that the alert's source names */
    private OwnerChoice.Payload payload(Function<String, Optional<String>> label, Optional<String> named) {
        var ruled = catalogue
                .rule(label)
                .map(rule -> new OwnerChoice.Claim(
                        rule.owner(),
                        "the rule for %s=%s names '%s'".formatted(rule.label(), rule.value(), rule.owner())));
        var wider = ownerOfSystem(label)
                .map(id -> new OwnerChoice.Claim(id, "every flow of its system is of '%s'".formatted(id)))
                .or(() -> named.flatMap(this::known)
                        .map(id -> new OwnerChoice.Claim(id, "its source names '%s'".formatted(id))));
        return new OwnerChoice.Payload(ruled, wider);
    }

    /** Returns who answers for every flow of the system that the alert names; empty where they are several, or none. */
    private Optional<OwnerId> ownerOfSystem(Function<String, Optional<String>> label) {
        var owners = catalogue.flows().values().stream()
                .filter(flow -> label.apply("system").filter(flow::touches).isPresent())
                .map(Flow::owner)
                .distinct()
                .toList();
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    /** The alert's own word, then a rule for what it says, then the owner of its flow, of its system, of its source; only ids that the catalogue knows. */
    Owner owner(Alert alert, Optional<Flow> flow) {
        var payload = payload(alert);
        return alert.label(OWNER)
                .flatMap(this::known)
                .or(() -> payload.ruled().map(OwnerChoice.Claim::owner))
                .or(() -> flow.map(Flow::owner))
                .or(() -> payload.wider().map(OwnerChoice.Claim::owner))
                .map(catalogue::owner)
                .orElseGet(() -> catalogue.owner(catalogue.defaultOwner()));
    }

    private Optional<OwnerId> known(String id) {
        return Optional.of(new OwnerId(id)).filter(catalogue.owners()::containsKey);
    }
}
