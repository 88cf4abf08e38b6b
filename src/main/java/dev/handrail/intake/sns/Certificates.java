package dev.handrail.intake.sns;

import com.google.re2j.Pattern;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The certificates that SNS signs with. HTTPS to Amazon's host proves where one came from; its name and its dates are checked
 * beside, and each use checks the dates again.
 */
@Singleton
final class Certificates {
    private static final Pattern NAME =
            Pattern.compile("(?:.*,\\s*)?CN=sns(?:[.-][a-z0-9-]+)?\\.amazonaws\\.com(?:\\.cn)?(?:\\s*,.*)?");

    /** There is one for each region at a time. A stranger who names many makes us fetch many, one after the other. */
    private static final int MOST = 64;

    private final SnsFetch fetch;
    private final Map<URI, X509Certificate> known = new ConcurrentHashMap<>();

    Certificates(SnsFetch fetch) {
        this.fetch = fetch;
    }

    /**
     * Returns the certificate at an address.
     *
     * @throws IOException if it cannot be fetched: it may work later
     * @throws GeneralSecurityException if it is none that SNS signs with
     */
    X509Certificate at(SnsAddress address, Instant now) throws IOException, GeneralSecurityException {
        var certificate = known.get(address.uri());
        if (certificate == null) {
            certificate = fetched(address.uri());
        }
        certificate.checkValidity(Date.from(now));
        return certificate;
    }

    /** One at a time: what is known already does not wait here. */
    private synchronized X509Certificate fetched(URI address) throws IOException, GeneralSecurityException {
        var certificate = known.get(address);
        if (certificate == null) {
            certificate = read(address);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(address, certificate);
        }
        return certificate;
    }

    private X509Certificate read(URI address) throws IOException, GeneralSecurityException {
        var bytes = fetch.read(address);
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        var name = certificate.getSubjectX500Principal().getName();
        if (!NAME.matches(name)) {
            throw new GeneralSecurityException("the certificate is for " + name + ", wanted CN=sns.amazonaws.com");
        }
        return certificate;
    }
}
