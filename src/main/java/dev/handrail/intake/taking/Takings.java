package dev.handrail.intake.taking;

import dev.handrail.intake.door.Door;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.proof.Call;
import dev.handrail.intake.proof.PagerDutySignature;
import dev.handrail.page.take.TakenElsewhere;
import dev.handrail.page.take.TakenElsewhere.Acknowledgement;
import dev.handrail.page.trial.Acknowledgements;
import dev.handrail.page.trial.Confirmations;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes our pages for whoever acknowledged them in the service that they went to. */
@Singleton
public final class Takings implements Acknowledgements {
    private static final String PAGER_DUTY = "pagerduty";
    private static final String UNSIGNED =
            "nobody takes the page by it: wanted PagerDuty's signature, which proves that"
                    + " PagerDuty says so (authentication: in the source's file)";

    private final TakenElsewhere pages;
    private final Confirmations trials;
    private final Doors doors;

    Takings(TakenElsewhere pages, Confirmations trials, Doors doors) {
        this.doors = doors;
        this.pages = pages;
        this.trials = trials;
    }

    /** Returns what a delivery says of our pages. To be asked before the secrets of its body are taken out: people are among them. */
    public static Optional<Acknowledgement> read(Source source, Call call) {
        return source.kind().equals(PAGER_DUTY) ? PagerDutyTaking.read(call.json()) : Optional.empty();
    }

    /** Takes the page, and returns what came of it, for people; empty where it is of no incident of ours. */
    public Optional<String> take(Source source, Acknowledgement word) {
        if (isSigned(source)) {
            return pages.take(word).or(() -> trials.acknowledged(word.key()));
        }
        return pages.concerns(word) ? Optional.of(UNSIGNED) : Optional.empty();
    }

    @Override
    public boolean comeFromPagerDuty() {
        return doors.all().values().stream()
                .map(Door::source)
                .anyMatch(source -> source.kind().equals(PAGER_DUTY) && isSigned(source));
    }

    /** Whoever only knows the token of the alerts must not silence a page in somebody's name. */
    private static boolean isSigned(Source source) {
        var proofs = source.access().proofs();
        return !proofs.isEmpty() && proofs.stream().allMatch(PagerDutySignature.class::isInstance);
    }
}
