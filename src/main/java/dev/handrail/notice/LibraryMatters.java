package dev.handrail.notice;

import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Problem;
import dev.handrail.proposal.Proposals;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.Library;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a library owes its owners word of. */
final class LibraryMatters {
    private final Library library;

    LibraryMatters(Library library) {
        this.library = library;
    }

    /** Returns the files that cannot be used as they are, each with all its problems. */
    List<Owed> brokenFiles() {
        Map<String, List<Problem>> byFile = library.problems().stream()
                .filter(Problem::isError)
                .collect(Collectors.groupingBy(problem -> problem.at().file(), TreeMap::new, Collectors.toList()));
        return byFile.entrySet().stream()
                .map(entry -> broken(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Owed broken(String file, List<Problem> problems) {
        var lastGood = library.byPath(file);
        var faults = problems.stream().map(Matter.Fault::of).toList();
        return new Owed(
                lastGood.map(this::owner).orElse(library.catalogue().defaultOwner()),
                new Matter.BrokenFile(file, lastGood.map(Runbook::id), faults));
    }

    /** Returns the runbooks whose review is due on {@code today}. Retired ones need none. */
    List<Owed> reviews(LocalDate today) {
        return library.runbooks().stream()
                .filter(runbook -> runbook.status() != Runbook.Status.RETIRED)
                .flatMap(runbook -> runbook.policy().review().due().stream()
                        .filter(due -> !due.isAfter(today))
                        .map(due -> new Owed(
                                owner(runbook),
                                new Matter.ReviewDue(runbook.path(), runbook.id(), runbook.title(), due))))
                .toList();
    }

    /** Returns the rules that people's picks propose. */
    List<Owed> proposals(List<Proposals.Open> open) {
        return open.stream()
                .map(one -> new Owed(
                        owner(one.runbook()),
                        new Matter.MatchProposed(
                                one.runbook().path(),
                                one.runbook().id(),
                                one.runbook().title(),
                                one.proposal().rule().toString(),
                                one.patch(),
                                one.proposal().newest().incident().value(),
                                one.proposal().newest().by())))
                .toList();
    }

    private OwnerId owner(Runbook runbook) {
        return library.ownerOf(runbook).id();
    }
}
