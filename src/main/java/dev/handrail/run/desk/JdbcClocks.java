package dev.handrail.run.desk;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Clocks that survive the process: db-scheduler's, one armed task for each open incident, at its earliest deadline. A task is
 * named after the incident and where its timeline ended when it was armed, so that a name never recurs; one whose deadline has
 * been overtaken finds nothing to do and goes.
 */
@Factory
final class JdbcClocks {
    private static final TaskDescriptor<Armed> CLOCK = TaskDescriptor.of("clock", Armed.class);

    /** A clock that could not strike, because the database was away, strikes this much later; the library would wait 5 min. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** @param at the deadline that it was armed for: another one has another clock */
    record Armed(long incident, Optional<Instant> at) {}

    @Singleton
    JdbcCustomization dialect(DataSource database) {
        return new AutodetectJdbcCustomization(DelegatingDataSource.unwrapDataSource(database));
    }

    /** Joins the caller's transaction: the injected data source is the one that Micronaut binds to it. */
    @Singleton
    ClockArmer armer(DataSource database, JdbcCustomization dialect) {
        var client = SchedulerClient.Builder.create(database)
                .serializer(new JsonSerializer())
                .jdbcCustomization(dialect)
                .build();
        return new Armer(client);
    }

    private record Armer(SchedulerClient client) implements ClockArmer {
        @Override
        public void arm(List<Deadline> deadlines) {
            if (!deadlines.isEmpty()) {
                client.scheduleBatch(deadlines.stream().map(JdbcClocks::clock));
            }
        }

        @Override
        public void armAnew(Deadline deadline) {
            client.scheduleIfNotExists(clock(deadline));
        }
    }

    private static SchedulableInstance<?> clock(ClockArmer.Deadline deadline) {
        return CLOCK.instance(deadline.id().value() + "." + deadline.head())
                .data(new Armed(deadline.id().value(), Optional.of(deadline.at())))
                .scheduledTo(deadline.at());
    }

    /** Works on threads of its own, and so on the pool itself. */
    @Singleton
    @Bean(preDestroy = "stop", typed = Scheduler.class)
    Scheduler scheduler(DataSource database, JdbcCustomization dialect, RunService runs, InstantSource clock) {
        var builder = Scheduler.create(DelegatingDataSource.unwrapDataSource(database), task(runs))
                .serializer(new JsonSerializer())
                .jdbcCustomization(dialect)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(
                        "handrail-" + ProcessHandle.current().pid()))
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(5));
        if (dialect.supportsSingleStatementLockAndFetch()) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        }
        return builder.build();
    }

    @Singleton
    ApplicationEventListener<ServerStartupEvent> start(Scheduler scheduler) {
        return _ -> scheduler.start();
    }

    private static CustomTask<Armed> task(RunService runs) {
        return Tasks.custom(CLOCK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((task, _) -> runs.strike(
                                new IncidentId(task.getData().incident()),
                                task.getData().at())
                        .map(JdbcClocks::again)
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static CompletionHandler<Armed> again(Instant at) {
        return (execution, operations) -> operations.reschedule(execution, at);
    }

    /** db-scheduler's own default is Java serialization. */
    private static final class JsonSerializer implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return Json.write(data).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return Json.read(new String(bytes, StandardCharsets.UTF_8), type);
        }
    }
}
