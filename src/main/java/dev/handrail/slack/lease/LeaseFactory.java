package dev.handrail.slack.lease;

import dev.handrail.platform.Transactions;
import dev.handrail.platform.settings.JdbcUrl;
import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Chooses the lease by the database: an embedded one is this process's alone. */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class LeaseFactory {
    private static final Duration LIFE = Duration.ofSeconds(8);

    @Singleton
    @Bean(preDestroy = "close")
    Lease lease(LeaseRepository rows, Transactions transactions, Lease.Memory memory, Environment environment) {
        var life = SettingsReader.of(environment).duration("slack.lease.life", LIFE);
        var url = new JdbcUrl(
                environment.getProperty("datasources.default.url", String.class).orElse(""));
        var terms = new SharedLease.Terms(life, url.isPostgresql());
        return url.isEmbedded() ? new SoleLease(transactions) : new SharedLease(rows, transactions, memory, terms);
    }
}
