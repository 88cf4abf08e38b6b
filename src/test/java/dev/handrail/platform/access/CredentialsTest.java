package dev.handrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialsTest {
    private static ApplicationContext start(Map<String, Object> database, Map<String, Object> properties) {
        var all = new HashMap<>(database);
        all.putAll(properties);
        return ApplicationContext.run(all, "test");
    }

    @Nested
    class GivenNothingInTheEnvironment {
        @ParameterizedTest
        @EnumSource(Database.class)
        void whenStartedTwice_thenSecretsAreMadeOnceAndHoldForBoth(Database kind) {
            var database = kind.fresh();
            Map<Credential, String> made;
            try (var first = start(database, Map.of())) {
                made = first.getBean(Credentials.class).takeMade();
            }

            assertThat(made).containsOnlyKeys(Credential.values());
            assertThat(made.getOrDefault(Credential.ALERT_TOKEN, "")).matches("hr_alert_[\\w-]{43}");
            assertThat(made.getOrDefault(Credential.API_TOKEN, "")).matches("hr_api_[\\w-]{43}");
            assertThat(made.getOrDefault(Credential.ADMINISTRATOR_PASSWORD, ""))
                    .matches("([a-z2-9]{5}-){4}[a-z2-9]{5}");
            try (var second = start(database, Map.of())) {
                var credentials = second.getBean(Credentials.class);
                assertThat(credentials.takeMade()).isEmpty();
                made.forEach((credential, secret) ->
                        assertThat(credentials.accept(credential, secret)).isTrue());
                assertThat(credentials.accept(Credential.ALERT_TOKEN, made.getOrDefault(Credential.API_TOKEN, "")))
                        .isFalse();
            }
        }

        @Test
        void whenStored_thenOnlyHashesAre() {
            try (var context = start(Database.H2.fresh(), Map.of())) {
                var made = context.getBean(Credentials.class).takeMade();
                var repository = context.getBean(CredentialRepository.class);

                assertThat(repository.findByName("alert-token").orElseThrow().hash())
                        .isEqualTo(SecretHash.quick(made.getOrDefault(Credential.ALERT_TOKEN, "")));
                assertThat(repository
                                .findByName("administrator-password")
                                .orElseThrow()
                                .hash())
                        .startsWith("pbkdf2-sha256$600000$");
            }
        }

        @Test
        void whenTakenTwice_thenTheyAreShownOnce() {
            try (var context = start(Database.H2.fresh(), Map.of())) {
                var credentials = context.getBean(Credentials.class);

                assertThat(credentials.takeMade()).hasSize(3);
                assertThat(credentials.takeMade()).isEmpty();
            }
        }
    }

    @Nested
    class GivenSecretsInTheEnvironment {
        @Test
        void whenStarted_thenTheyAreUsedAndNeitherStoredNorShown() {
            var given = Map.<String, Object>of("handrail.alert.token", "a token that somebody chose");
            try (var context = start(Database.H2.fresh(), given)) {
                var credentials = context.getBean(Credentials.class);

                assertThat(credentials.accept(Credential.ALERT_TOKEN, "a token that somebody chose"))
                        .isTrue();
                assertThat(credentials.takeMade()).doesNotContainKey(Credential.ALERT_TOKEN);
                assertThat(context.getBean(CredentialRepository.class).findByName("alert-token"))
                        .isEmpty();
            }
        }
    }

    @Nested
    class GivenTheDemo {
        @Test
        void whenStartedTwice_thenEverySecretIsMadeAnew() {
            var database = Database.H2.fresh();
            Map<Credential, String> before;
            try (var first = start(database, Map.of("handrail.demo", true))) {
                before = first.getBean(Credentials.class).takeMade();
            }
            try (var second = start(database, Map.of("handrail.demo", true))) {
                assertThat(second.getBean(Credentials.class).takeMade())
                        .hasSize(3)
                        .doesNotContainValue(before.get(Credential.API_TOKEN));
            }
        }
    }
}
