package dev.handrail.ownership;

import dev.handrail.ownership.contact.Teammate;
import dev.handrail.ownership.nearby.FileOwners;
import dev.handrail.ownership.system.ExternalSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All owners, flows and systems of a library. Complete by construction: every flow's owner and the default owner are in it.
 *
 * @param defaultOwner who is told when neither runbook nor flow names anybody
 * @param defaultChannel where incidents of no flow are posted, and those whose own channel refuses them
 * @param systems that checks and retries may reach
 * @param people whom owners.yml names, by id
 * @param rules that name an owner by what an alert says, the first that fits before the others
 * @param fileOwners whom OWNERS and CODEOWNERS files name for the runbooks
 */
public record Catalogue(
        Map<OwnerId, Owner> owners,
        Map<String, Flow> flows,
        OwnerId defaultOwner,
        String defaultChannel,
        Map<String, ExternalSystem> systems,
        FileOwners fileOwners,
        Map<String, Teammate> people,
        List<LabelRule> rules) {

    public Catalogue {
        people = Map.copyOf(people);
        rules = List.copyOf(rules);
        owners = Map.copyOf(owners);
        flows = Map.copyOf(flows);
        systems = Map.copyOf(systems);
        if (!owners.containsKey(defaultOwner)) {
            throw new IllegalArgumentException(
                    "the default owner '%s' is none of %s".formatted(defaultOwner, owners.keySet()));
        }
        for (var flow : flows.values()) {
            if (!owners.containsKey(flow.owner())) {
                throw new IllegalArgumentException("flow '%s' is owned by '%s', which is none of %s"
                        .formatted(flow.id(), flow.owner(), owners.keySet()));
            }
        }
    }

    /** The owner of all alerts that say so: of one channel, marketplace, carrier or payment provider. */
    public record LabelRule(String label, String value, OwnerId owner) {}

    /** A catalogue without systems, of a library without OWNERS files. */
    public Catalogue(Map<OwnerId, Owner> owners, Map<String, Flow> flows, OwnerId defaultOwner, String defaultChannel) {
        this(owners, flows, defaultOwner, defaultChannel, Map.of(), FileOwners.NONE, Map.of(), List.of());
    }

    /**
     * Returns the rule that fits an alert; empty where none does.
     *
     * @param labels its labels, by their names
     */
    public Optional<LabelRule> rule(Function<String, Optional<String>> labels) {
        return rules.stream()
                .filter(rule ->
                        labels.apply(rule.label()).filter(rule.value()::equals).isPresent())
                .findFirst();
    }

    /**
     * Returns a pinned policy with the rotas of now: its levels and waits stay, and who is on call is asked when a level is told. A
     * level that the catalogue does not know any more, or not as one, keeps the rota that it was pinned with.
     */
    public EscalationPolicy asOfNow(EscalationPolicy pinned) {
        return pinned.withRosters(level -> roster(level.name()).map(level::with).orElse(level));
    }

    /** @param name an owner's, as its levels have it */
    private Optional<Roster> roster(String name) {
        var found = owners.values().stream()
                .flatMap(owner -> owner.policy().levels().stream())
                .filter(level -> level.name().equals(name))
                .flatMap(level -> level.roster().stream())
                .distinct()
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    public Optional<Flow> flow(String id) {
        return Optional.ofNullable(flows.get(id));
    }

    public Optional<ExternalSystem> system(String id) {
        return Optional.ofNullable(systems.get(id));
    }

    /** Returns the owner {@code id}, or the default owner where a pinned run names one that has since been removed. */
    public Owner owner(OwnerId id) {
        var owner = owners.get(id);
        return owner == null ? defaultOwner(this) : owner;
    }

    private static Owner defaultOwner(Catalogue catalogue) {
        var owner = catalogue.owners.get(catalogue.defaultOwner);
        if (owner == null) {
            throw new IllegalStateException("checked at construction");
        }
        return owner;
    }

    /** Returns the person whom that fits; of two, it is neither. */
    public Optional<Teammate> onlyPerson(Predicate<Teammate> fits) {
        var found = people.values().stream().filter(fits).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
