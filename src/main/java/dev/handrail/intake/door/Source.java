package dev.handrail.intake.door;

import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.translate.Translation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One way in: what its file says, or the defaults.
 *
 * @param name as it stands in the address: {@code /v1/alerts/NAME}
 * @param kind the built-in source whose translation it uses; its own name for one with a mapping of its own
 * @param shadow whether everything is decided and recorded and nobody is paged
 */
public record Source(
        String name,
        String kind,
        Translation translation,
        Access access,
        Optional<Rate> limit,
        Keeping keeping,
        Watch watch,
        boolean shadow) {
    /**
     * Who may send.
     *
     * @param proofs any of them will do; the alert token, where there is none
     * @param addresses where calls may come from; anywhere, where there is none
     */
    public record Access(List<Proof> proofs, List<Network> addresses) {
        public Access {
            proofs = List.copyOf(proofs);
            addresses = List.copyOf(addresses);
        }
    }

    /** How long payloads are kept, and what of them is not. */
    public record Keeping(Duration keepFor, boolean withoutEmail) {}

    /**
     * Who is answerable for what it sends, and when silence is a failure.
     *
     * @param owner the id in owners.yml that gets its unknown failures
     */
    public record Watch(Optional<Duration> staleAfter, Optional<String> owner) {}
}
