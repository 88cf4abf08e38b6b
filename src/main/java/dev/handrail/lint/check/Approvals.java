package dev.handrail.lint.check;

import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.fence.Fence.Approval;
import java.util.Map;
import java.util.Optional;

/** Approvals that nobody can give: the step would wait for a word that never comes. */
final class Approvals implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        var owners = OwnerContacts.of(subject);
        subject.survey().files().stream()
                .flatMap(file -> file.mentions().retries().stream())
                .flatMap(retry -> retry.approval().stream())
                .forEach(approval -> fault(approval, owners)
                        .ifPresent(found -> problems.warning(
                                approval.by().at(),
                                "approval-nobody-can-give",
                                found,
                                "an owner with a second person, or a user group, in owners.yml")));
    }

    private static Optional<String> fault(Approval approval, Map<String, OwnerContacts> owners) {
        var id = approval.by().value();
        return Optional.ofNullable(owners.get(id)).flatMap(owner -> {
            if (!owner.hasPerson()) {
                return Optional.of("'" + id + "', whose contacts are no people");
            }
            return approval.byAnother() && owner.isOnePerson()
                    ? Optional.of("'" + id + "', one person, who may be the responder")
                    : Optional.empty();
        });
    }
}
