package dev.handrail.run.reception;

import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes on the timeline of every open run when the library begins, or ceases, to hold something else than what it is pinned to.
 * An event, and not a look at the library while a card is drawn: so the card stays a function of the incident, the thread is
 * edited like after any other event, and a restart or another replica finds it noted already.
 */
@Singleton
final class RevisionWatch implements Recurring {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A run may have been opened with the library that was replaced in the same moment. */
    private static final int LOOK_AT_ALL_EVERY = 300;

    private final CurrentLibrary libraries;
    private final RunReader reader;
    private final RunService runs;
    private final Rounds rounds = new Rounds("revisions", LOOK_EVERY, this::look);
    private @Nullable Library seen;
    private int looks;

    RevisionWatch(CurrentLibrary libraries, RunReader reader, RunService runs) {
        this.libraries = libraries;
        this.reader = reader;
        this.runs = runs;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void look() {
        var library = libraries.library();
        looks = (looks + 1) % LOOK_AT_ALL_EVERY;
        if (Objects.equals(library, seen) && looks != 0) {
            return;
        }
        reader.open().forEach(view -> compare(view, library));
        seen = library;
    }

    private void compare(IncidentView view, Library library) {
        var found = Revisions.newer(view, library);
        var revision =
                found instanceof Newer.Available newer ? Optional.of(newer.revision()) : Optional.<Revision>empty();
        var changes = found instanceof Newer.Available newer ? newer.changes() : "";
        if (!revision.equals(view.state().newer())) {
            runs.handle(view.incident().id(), new Command.NoticeRevision(revision, changes), () -> {});
        }
    }
}
