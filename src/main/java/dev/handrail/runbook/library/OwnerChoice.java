package dev.handrail.runbook.library;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.ownership.nearby.FileOwners;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for the failures of a runbook, and why it is they: the runbook's own word, else a rule for what the alert says, else
 * the nearest OWNERS or CODEOWNERS file, else the flow, else the alert's system or source, else the default owner.
 *
 * @param why for people, with those who were named and not chosen
 * @param isContested whether somebody else is named too
 */
public record OwnerChoice(Owner owner, String why, boolean isContested) {
    /** That somebody answers, and who says so, for people. */
    public record Claim(OwnerId owner, String words) {}

    /**
     * Whom an alert itself leads to.
     *
     * @param ruled by a rule for one of its labels
     * @param wider by its system or its source
     */
    public record Payload(Optional<Claim> ruled, Optional<Claim> wider) {
        public static final Payload SILENT = new Payload(Optional.empty(), Optional.empty());
    }

    /** @param flow the runbook's, else the alert's */
    public static OwnerChoice of(Runbook runbook, Optional<Flow> flow, Catalogue catalogue) {
        return of(runbook, flow, Payload.SILENT, catalogue);
    }

    /** @param flow the runbook's, else the alert's */
    public static OwnerChoice of(Runbook runbook, Optional<Flow> flow, Payload payload, Catalogue catalogue) {
        var claims = claims(runbook, flow, payload, catalogue);
        if (claims.isEmpty()) {
            var owner = catalogue.owner(catalogue.defaultOwner());
            return new OwnerChoice(
                    owner, "'" + owner.id() + "' is the default owner, and nothing nearer names one", false);
        }
        var first = claims.getFirst();
        var others = claims.stream()
                .filter(claim -> !claim.owner().equals(first.owner()))
                .map(Claim::words)
                .toList();
        var why = first.words() + (others.isEmpty() ? "" : ", which goes before: " + String.join(", ", others));
        return new OwnerChoice(catalogue.owner(first.owner()), why, !others.isEmpty());
    }

    private static List<Claim> claims(Runbook runbook, Optional<Flow> flow, Payload payload, Catalogue catalogue) {
        var claims = new ArrayList<Claim>();
        runbook.policy()
                .owner()
                .map(id -> new Claim(id, "the runbook names '" + id + "'"))
                .ifPresent(claims::add);
        payload.ruled().ifPresent(claims::add);
        catalogue.fileOwners().of(runbook.path()).map(OwnerChoice::claim).ifPresent(claims::add);
        flow.map(each -> new Claim(each.owner(), "the flow '" + each.id() + "' names '" + each.owner() + "'"))
                .ifPresent(claims::add);
        payload.wider().ifPresent(claims::add);
        return claims;
    }

    private static Claim claim(FileOwners.Named named) {
        var owner = new OwnerId(named.owner());
        return new Claim(owner, "%s names '%s' ('%s')".formatted(named.at(), named.written(), owner));
    }
}
