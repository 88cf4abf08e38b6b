package dev.handrail.intake.door;

import dev.handrail.intake.proof.Call;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.proof.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source's door: lets a call in, or says why not, and counts. Cheap, and waits for nobody unless {@link #mayWait}. */
public final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Source source;
    private final List<Proof> proofs;
    private final Optional<Bucket> bucket;
    private final Tally tally = new Tally();

    /** @param proofs what opens it, by the source's own settings or by default */
    Door(Source source, List<Proof> proofs) {
        this.source = source;
        this.proofs = List.copyOf(proofs);
        this.bucket = source.limit().map(Bucket::new);
    }

    public Source source() {
        return source;
    }

    public Tally tally() {
        return tally;
    }

    /** Says whether {@link #admit} may wait for another server, and so must not run where others would wait too. */
    public boolean mayWait() {
        return proofs.stream().anyMatch(Proof::mayWait);
    }

    /** Says whether {@link #admit} reads the body. */
    public boolean readsBody() {
        return proofs.stream().anyMatch(Proof::readsBody);
    }

    /** Who is not known takes nothing of the source's rate. */
    public Admission admit(Call call) {
        if (!source.access().addresses().isEmpty()
                && !Network.anyCovers(source.access().addresses(), call.from())) {
            return refused("the call is from " + call.from().getHostAddress(), "one of the source's addresses", call);
        }
        return switch (proven(call)) {
            case Verdict.Accepted _ -> withinRate(call);
            case Verdict.Refused refused -> refused(refused.why(), wanted(), call);
            case Verdict.NotHere other -> {
                tally.refuse(other.why(), call.at());
                yield new Admission.Forbidden(other.why() + "; wanted " + wanted());
            }
            case Verdict.Later later -> new Admission.Later(later.why());
        };
    }

    /** The desk had no room for more of this source. */
    public Admission full() {
        tally.throttle();
        return new Admission.Throttled(
                SOON, "more of '%s' is waiting to be stored than there is room for".formatted(source.name()));
    }

    /** What was let in could not be stored: the sender keeps it, and tries again. */
    public Admission notStored(Throwable failure, Instant now) {
        if (tally.mayBeTold(now)) {
            LOG.error("source={} nothing can be stored; senders are told to come again", source.name(), failure);
        }
        return new Admission.Later("it cannot be stored now; wanted another try after the time of Retry-After");
    }

    private Verdict proven(Call call) {
        Verdict first = new Verdict.Refused("nothing opens this source");
        for (var i = 0; i < proofs.size(); i++) {
            var verdict = proofs.get(i).check(call);
            if (verdict instanceof Verdict.Accepted) {
                return verdict;
            }
            first = i == 0 || verdict instanceof Verdict.Later ? verdict : first;
        }
        return first;
    }

    private Admission withinRate(Call call) {
        var wait = bucket.map(left -> left.take(call.at())).orElse(Duration.ZERO);
        if (wait.isZero()) {
            tally.accept(call.at());
            return new Admission.Admitted();
        }
        tally.throttle();
        return new Admission.Throttled(wait, "more came from '%s' than its limit lets in".formatted(source.name()));
    }

    private Admission refused(String found, String wanted, Call call) {
        if (tally.refuse(found, call.at())) {
            LOG.warn(
                    "source={} refused={} since the start, the last from {}: {}; the next of these lines in a minute at the"
                            + " earliest",
                    source.name(),
                    tally.refused(),
                    call.from().getHostAddress(),
                    found);
        }
        return new Admission.Refused(found + "; wanted " + wanted);
    }

    private String wanted() {
        return proofs.stream().map(Proof::wanted).collect(Collectors.joining(", or "));
    }
}
