package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.match.text.Suggestion;
import dev.handrail.platform.source.Problem;
import dev.handrail.run.Book;
import dev.handrail.run.Candidate;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.change.Changes;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what runs are pinned to with what the library holds now. */
@Singleton
public final class Revisions {
    private final CurrentLibrary libraries;
    private final CurrentMatcher matchers = new CurrentMatcher();

    Revisions(CurrentLibrary libraries) {
        this.libraries = libraries;
    }

    /** Returns what the library, as it is now, holds for a run. */
    public Newer newer(IncidentView view) {
        return newer(view, libraries.library());
    }

    /** Returns what the library, as it is now, holds of a runbook that was offered for a run. */
    public Newer picked(IncidentView view, Candidate candidate) {
        var library = libraries.library();
        var found = library.byId(candidate.runbook()).or(() -> library.byPath(candidate.path()));
        if (found.isEmpty()) {
            return new Newer.Unusable(candidate.path() + " is not in the library any more");
        }
        if (found.get().status() != Runbook.Status.ACTIVE) {
            return new Newer.Unusable("%s is %s now"
                    .formatted(found.get().path(), words(found.get().status())));
        }
        var plan = planned(view, found.get(), library);
        return new Newer.Available(plan, plan.edition().orElseThrow(), "");
    }

    /** Returns the runbooks that a person may choose for a run: those that read most like its alerts first, then by title. */
    public List<Runbook> choices(IncidentView view) {
        var library = libraries.library();
        var nearest = matchers.of(library).nearest(sample(view)).stream()
                .map(Suggestion::runbook)
                .filter(runbook -> runbook.status() == Runbook.Status.ACTIVE);
        var all = library.active().stream().sorted(Comparator.comparing(Runbook::title));
        return Stream.concat(nearest, all).distinct().toList();
    }

    private static Alert sample(IncidentView view) {
        var labels = view.alerts().labels();
        return new Alert(
                "",
                "",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                view.alerts().annotations(),
                view.incident().openedAt(),
                Optional.empty());
    }

    private static Plan planned(IncidentView view, Runbook runbook, Library library) {
        return new Planner(library)
                .again(runbook, view.alerts(), view.incident().flow())
                .after(view.plan());
    }

    private static String words(Runbook.Status status) {
        return status == Runbook.Status.RETIRED ? "retired" : "a draft";
    }

    static Newer newer(IncidentView view, Library library) {
        return view.plan().book().map(book -> newer(view, book, library)).orElseGet(Newer.Nothing::new);
    }

    private static Newer newer(IncidentView view, Book pinned, Library library) {
        var found = library.byPath(pinned.path()).or(() -> library.byId(pinned.id()));
        if (found.isEmpty()) {
            return broken(pinned, library)
                    .orElseGet(() -> new Newer.Unusable(
                            "%s is not in the library any more; you walk the revision that the run began with"
                                    .formatted(pinned.path())));
        }
        var runbook = found.get();
        var status = runbook.status();
        var walkable = status == Runbook.Status.ACTIVE || (status == Runbook.Status.DRAFT && view.isDrill());
        if (!walkable) {
            return new Newer.Unusable("%s is %s now; you walk the revision that the run began with"
                    .formatted(runbook.path(), words(status)));
        }
        var plan = planned(view, runbook, library);
        return plan.edition().equals(view.plan().edition())
                ? broken(pinned, library).orElseGet(Newer.Nothing::new)
                : new Newer.Available(plan, plan.edition().orElseThrow(), changes(view.plan(), plan));
    }

    /** A file with errors is not in the library: its last good revision is. */
    private static Optional<Newer> broken(Book pinned, Library library) {
        return library.problems().stream()
                .filter(Problem::isError)
                .filter(problem -> problem.at().file().equals(pinned.file()))
                .findFirst()
                .map(problem -> new Newer.Unusable(
                        "the newer file has an error at %s (found %s; wanted %s); you walk its last good revision"
                                .formatted(problem.at(), problem.found(), problem.wanted())));
    }

    private static String changes(Plan before, Plan now) {
        var words = new ArrayList<String>();
        for (var book : now.books()) {
            var old = before.books().stream()
                    .filter(other -> other.path().equals(book.path()))
                    .findFirst();
            if (old.filter(same -> same.revision().equals(book.revision())).isPresent()) {
                continue;
            }
            var name = now.books().size() == 1 ? "" : book.path() + ": ";
            words.add(name
                    + old.map(other -> Changes.words(Changes.between(other.walk(), book.walk())))
                            .orElse("the walk can lead here now"));
        }
        before.books().stream()
                .map(Book::path)
                .filter(path ->
                        now.books().stream().noneMatch(book -> book.path().equals(path)))
                .forEach(path -> words.add(path + ": the walk no longer leads here"));
        return String.join("; ", words);
    }
}
