package dev.handrail.intake.sns;

import dev.handrail.intake.proof.Call;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.proof.Verdict;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Amazon's SNS, as its receivers see it: signed messages, and subscriptions that want to be confirmed. */
@Singleton
public final class Sns {
    private static final Logger LOG = LoggerFactory.getLogger(Sns.class);

    private final Certificates certificates;
    private final SnsFetch fetch;

    Sns(Certificates certificates, SnsFetch fetch) {
        this.certificates = certificates;
        this.fetch = fetch;
    }

    /** Returns one that reads Amazon's addresses by {@code fetch}. */
    public static Sns by(SnsFetch fetch) {
        return new Sns(new Certificates(fetch), fetch);
    }

    /** @param topics the ARNs that may send; all if there is none */
    public Proof signature(Set<String> topics) {
        return new SnsSignature(certificates, topics);
    }

    /**
     * Confirms a subscription, whoever let the call in: only what SNS has signed is confirmed, and only at SNS.
     *
     * @return why it is not confirmed; empty if it is
     */
    public Optional<String> confirm(Call call) {
        var asItCame = call.again();
        var address = asItCame.json().path("SubscribeURL").asText("");
        var fault = switch (signature(Set.of()).check(asItCame)) {
            case Verdict.Accepted _ -> open(address);
            case Verdict.Refused refused -> Optional.of(refused.why());
            case Verdict.NotHere other -> Optional.of(other.why());
            case Verdict.Later later -> Optional.of(later.why());
        };
        return fault.map(
                why -> "the subscription is not confirmed: %s. Have SNS request the confirmation again".formatted(why));
    }

    private Optional<String> open(String address) {
        var there = SnsAddress.confirmation(address);
        if (there.isEmpty()) {
            return Optional.of("SubscribeURL is not at https://sns.REGION.amazonaws.com");
        }
        try {
            fetch.read(there.get().uri());
            LOG.info("an SNS subscription is confirmed at {}", there.get().uri().getHost());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
