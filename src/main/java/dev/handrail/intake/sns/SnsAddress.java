package dev.handrail.intake.sns;

import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address that a stranger wrote and that is, for certain, at Amazon's SNS. */
record SnsAddress(URI uri) {
    /** Every region's host; China's ends differently. No port, no user, no other label. */
    private static final Pattern HOST =
            Pattern.compile("sns\\.[a-z]{2,3}(?:-[a-z]{2,9}){1,3}-[0-9]{1,2}\\.amazonaws\\.com(?:\\.cn)?");

    /** Where a certificate is. */
    static Optional<SnsAddress> certificate(String text) {
        return at(text).filter(address -> address.uri.getPath().endsWith(".pem") && address.uri.getRawQuery() == null);
    }

    /** Where a subscription is confirmed. */
    static Optional<SnsAddress> confirmation(String text) {
        return at(text).filter(
                        address -> String.valueOf(address.uri.getRawQuery()).contains("Action=ConfirmSubscription"));
    }

    private static Optional<SnsAddress> at(String text) {
        try {
            var uri = new URI(text);
            var ours = "https".equals(uri.getScheme())
                    && uri.getRawAuthority() != null
                    && HOST.matches(uri.getRawAuthority())
                    && uri.getPath() != null
                    && uri.getRawFragment() == null;
            return ours ? Optional.of(new SnsAddress(uri)) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
