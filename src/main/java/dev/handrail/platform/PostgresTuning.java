package dev.handrail.platform;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * What Handrail asks of PostgreSQL and of its driver. Asked when a connection is made, not in its first message: poolers refuse
 * that. {@code datasources.default.connection-init-sql} says otherwise.
 *
 * <p>A statement that is used again and again is planned once, for the tables as they are then, and again only when PostgreSQL
 * has counted them anew. Right after an installation they are empty, and to read one whole looks cheap: in the first storm each
 * commit read every alert before it. So tables are read whole only where there is no index
 * (https://www.postgresql.org/docs/current/runtime-config-query.html). Such a plan counts as costly, which would have it compiled,
 * and that takes longer than it runs.
 *
 * <p>Rows that are added together are sent as one statement (https://jdbc.postgresql.org/documentation/use/).
 */
@Singleton
final class PostgresTuning implements BeanCreatedEventListener<DatasourceConfiguration> {
    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        var source = event.getBean();
        if (source.getUrl() != null && source.getUrl().startsWith("jdbc:postgresql:")) {
            if (source.getConnectionInitSql() == null) {
                source.setConnectionInitSql("set enable_seqscan = off; set jit = off");
            }
            source.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return source;
    }
}
