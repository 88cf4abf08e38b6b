package dev.handrail.web.access;

import dev.handrail.platform.access.Secrets;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * The key that sessions are signed with. Made at each start and never stored: a restart ends every session, and no copy of the
 * database or of the configuration lets anybody forge one. With several replicas the proxy must keep a browser on one of them.
 */
@Factory
final class SessionKey {
    @Singleton
    @Named("generator")
    SignatureGeneratorConfiguration signature() {
        var configuration = new SecretSignatureConfiguration("generator");
        configuration.setSecret(Secrets.random());
        return new SecretSignature(configuration);
    }
}
