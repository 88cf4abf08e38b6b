package dev.handrail.platform.access;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that callers are checked against. One that the environment gives is used as it is; any other is made at the first
 * start, stored as a hash only, and handed out once by {@link #takeMade} so that it can be printed.
 */
@Singleton
public final class Credentials {
    private final Map<Credential, String> hashes = new EnumMap<>(Credential.class);
    private final Map<Credential, String> made = new EnumMap<>(Credential.class);

    Credentials(AccessSettings settings, CredentialRepository repository, InstantSource clock) {
        for (var credential : Credential.values()) {
            var hash = Optional.ofNullable(settings.given().get(credential))
                    .map(SecretHash::quick)
                    .orElseGet(() -> settings.anew() ? make(credential) : stored(credential, repository, clock));
            hashes.put(credential, hash);
        }
    }

    /** Says whether {@code secret} is the credential. */
    public boolean accept(Credential credential, String secret) {
        var hash = hashes.get(credential);
        return hash != null && SecretHash.covers(hash, secret);
    }

    /** Returns the secrets that were made at this start, for the one time that they are shown, and forgets them. */
    public synchronized Map<Credential, String> takeMade() {
        var taken = new EnumMap<Credential, String>(Credential.class);
        taken.putAll(made);
        made.clear();
        return Collections.unmodifiableMap(taken);
    }

    private String stored(Credential credential, CredentialRepository repository, InstantSource clock) {
        return repository
                .findByName(credential.key())
                .map(CredentialRepository.Row::hash)
                .orElseGet(() -> store(credential, repository, clock));
    }

    private String store(Credential credential, CredentialRepository repository, InstantSource clock) {
        var secret = credential.made();
        var hash = credential.hashed(secret);
        if (repository.insert(credential.key(), hash, clock.instant()) == 0) {
            return repository
                    .findByName(credential.key())
                    .map(CredentialRepository.Row::hash)
                    .orElseThrow(() -> new IllegalStateException("the credential '" + credential.key()
                            + "' was stored by another replica and is gone again; start once more"));
        }
        made.put(credential, secret);
        return hash;
    }

    /** In memory only, so a quick hash will do. */
    private String make(Credential credential) {
        var secret = credential.made();
        made.put(credential, secret);
        return SecretHash.quick(secret);
    }
}
