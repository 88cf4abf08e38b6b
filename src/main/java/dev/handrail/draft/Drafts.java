package dev.handrail.draft;

import dev.handrail.intake.redact.Pseudonyms;
import dev.handrail.intake.redact.Redaction;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The drafts of runbooks for failures that none was known for. Made anew whenever one is asked for: the record is what counts. */
@Singleton
public final class Drafts {
    private final CurrentLibrary libraries;
    private final Redaction redaction;
    private final InstantSource clock;

    /** People's addresses are no part of a runbook, wherever they are kept else. */
    Drafts(CurrentLibrary libraries, Pseudonyms pseudonyms, InstantSource clock) {
        this.libraries = libraries;
        this.redaction = new Redaction(true, pseudonyms);
        this.clock = clock;
    }

    /**
     * Returns the draft from an incident's record; empty for one that a runbook is known for, and for a storm, which is many
     * failures.
     *
     * @param address the incident's own page
     */
    public Optional<Draft> of(IncidentView view, String address) {
        if (view.plan().book().isPresent() || view.storm().isPresent() || view.isDrill()) {
            return Optional.empty();
        }
        var library = libraries.library();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var setting = Setting.of(view, library.catalogue(), today, address);
        return Optional.of(new Drafting(library, Findings.of(view, redaction::redact), setting).draft());
    }
}
