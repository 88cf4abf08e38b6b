package dev.handrail.draft;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.run.IncidentView;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a draft says besides what was recorded: whose it is, and from when.
 *
 * @param owner empty where the library does not say which of its owners it was
 * @param ownerName as people call them
 * @param address of the incident that it is drafted from
 */
public record Setting(Optional<OwnerId> owner, String ownerName, Optional<Flow> flow, LocalDate today, String address) {
    /** A plan keeps the names of owners, and an incident that of its flow: names that fit several fit none. */
    static Setting of(IncidentView view, Catalogue catalogue, LocalDate today, String address) {
        var name = view.plan().owner();
        var owners = catalogue.owners().values().stream()
                .filter(owner -> owner.name().equals(name))
                .map(Owner::id)
                .toList();
        return new Setting(
                owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty(),
                name,
                Optional.ofNullable(view.alerts().labels().get("flow")).flatMap(catalogue::flow),
                today,
                address);
    }
}
