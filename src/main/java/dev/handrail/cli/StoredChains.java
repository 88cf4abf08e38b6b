package dev.handrail.cli;

import dev.handrail.incident.ChainVerifier;
import dev.handrail.run.desk.RunReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The chains in the database that is configured. */
@Singleton
final class StoredChains implements ChainCheck {
    private final ChainVerifier verifier;
    private final RunReader reader;

    StoredChains(ChainVerifier verifier, RunReader reader) {
        this.verifier = verifier;
        this.reader = reader;
    }

    /** A state that was changed beside its timeline would be acted on, and no hash covers it. */
    private Optional<Report> misstated() {
        return reader.firstMisstated()
                .map(id -> new Report.Broken(
                        id,
                        reader.head(id).map(head -> head.place()).orElse(0L),
                        "another state stored beside it",
                        "the state that the timeline gives when it is replayed"));
    }

    @Override
    public Report check() {
        var report = verifier.verify(reader::head);
        return report.broken()
                .<Report>map(
                        broken -> new Report.Broken(broken.incident(), broken.place(), broken.found(), broken.wanted()))
                .or(this::misstated)
                .orElseGet(() -> new Report.Whole(report.incidents(), report.entries()));
    }
}
