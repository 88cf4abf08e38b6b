package dev.handrail.runbook.folder;

import dev.handrail.ownership.Names;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a runbook says of the other files of its library, and whether that is so. */
public final class CrossRules {
    private final Names names;
    private final Map<String, Mentions> mentions;
    private final Predicate<String> isUnread;

    /** @param isUnread whether a file, by path, is there and no runbook came of it: that is no fault of those that jump there */
    public CrossRules(Names names, Map<String, Mentions> mentions, Predicate<String> isUnread) {
        this.names = names;
        this.mentions = mentions;
        this.isUnread = isUnread;
    }

    public List<Problem> check(Runbook runbook, Index all) {
        var found = new ArrayList<Problem>();
        owner(runbook).ifPresent(found::add);
        flow(runbook).ifPresent(found::add);
        duplicate(runbook, all).ifPresent(found::add);
        found.addAll(approvers(runbook));
        found.addAll(stepOwners(runbook));
        for (var step : runbook.walk().steps()) {
            for (var outcome : step.outcomes()) {
                if (outcome.target() instanceof Target.ToRunbook to) {
                    jump(to, all)
                            .map(fault -> at(runbook, step, outcome, fault))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Problem> owner(Runbook runbook) {
        return runbook.policy()
                .owner()
                .map(OwnerId::value)
                .flatMap(id -> unknown(runbook, "owner", id, names.owners()));
    }

    private Optional<Problem> flow(Runbook runbook) {
        return runbook.policy().flow().flatMap(id -> unknown(runbook, "flow", id, names.flows()));
    }

    private Optional<Problem> unknown(Runbook runbook, String key, String id, Optional<Set<String>> known) {
        return known.filter(ids -> !ids.contains(id))
                .map(ids -> Problem.error(at(runbook, key), "unknown-" + key, "'" + id + "'", Nearest.advice(id, ids)));
    }

    private List<Problem> approvers(Runbook runbook) {
        return mentions(runbook).retries().stream()
                .flatMap(retry -> retry.approval().stream())
                .flatMap(approval -> unknownOwner(approval.by()).stream())
                .toList();
    }

    private List<Problem> stepOwners(Runbook runbook) {
        return mentions(runbook).stepOwners().stream()
                .flatMap(named -> unknownOwner(named).stream())
                .toList();
    }

    private Optional<Problem> unknownOwner(Placed<String> named) {
        return names.owners()
                .filter(ids -> !ids.contains(named.value()))
                .map(ids -> Problem.error(
                        named.at(), "unknown-owner", "'" + named.value() + "'", Nearest.advice(named.value(), ids)));
    }

    /** The first by path keeps the id. */
    private Optional<Problem> duplicate(Runbook runbook, Index all) {
        return all.firstWith(runbook.id())
                .filter(first -> !first.path().equals(runbook.path()))
                .map(first -> Problem.error(
                        at(runbook, "id"),
                        "duplicate-id",
                        "'" + runbook.id() + "', which " + first.path() + " has",
                        "an id of its own"));
    }

    private record Fault(String rule, String found, String wanted) {}

    private Optional<Fault> jump(Target.ToRunbook to, Index all) {
        var other = all.at(to.path());
        var parts = all.of(to.path());
        if (other.isEmpty() && !parts.isEmpty()) {
            return Optional.of(ofMany(to, parts));
        }
        if (other.isEmpty()) {
            return Optional.of(to.path())
                    .filter(path -> !isUnread.test(path))
                    .map(path -> new Fault("unknown-runbook", "'" + path + "'", Nearest.advice(path, all.paths())));
        }
        var names = other.get().names();
        return to.step()
                .filter(id -> names.find(id.value()).isEmpty())
                .map(id -> new Fault(
                        "unknown-step", "'" + to.path() + "#" + id + "'", Nearest.advice(id.value(), names.known())));
    }

    private static Fault ofMany(Target.ToRunbook to, List<Runbook> parts) {
        var address = to.path() + to.step().map(step -> "#" + step).orElse("");
        return new Fault(
                "unknown-runbook",
                "'" + address + "', where the file holds several runbooks",
                Nearest.advice(address, parts.stream().map(Runbook::path).toList()));
    }

    private Problem at(Runbook runbook, Step step, Outcome outcome, Fault fault) {
        var at = mentions(runbook).targetAt(step.id(), outcome.label());
        return Problem.error(at, fault.rule(), fault.found(), fault.wanted());
    }

    private Position at(Runbook runbook, String key) {
        return mentions(runbook).at(key);
    }

    private Mentions mentions(Runbook runbook) {
        return mentions.getOrDefault(runbook.file(), Mentions.none(runbook.file()));
    }
}
