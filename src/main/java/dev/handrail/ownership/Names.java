package dev.handrail.ownership;

import java.util.Optional;
import java.util.Set;

/**
 * The owners and flows that a library's files name, also those whose entries are at fault: a runbook that names one of them has
 * made no mistake of its own.
 *
 * @param owners empty if owners.yml is missing or could not be made out, and then no owner is unknown
 * @param flows empty if flows.yml is missing or could not be made out, and then no flow is unknown
 */
public record Names(Optional<Set<String>> owners, Optional<Set<String>> flows) {
    public Names {
        owners = owners.map(Set::copyOf);
        flows = flows.map(Set::copyOf);
    }
}
