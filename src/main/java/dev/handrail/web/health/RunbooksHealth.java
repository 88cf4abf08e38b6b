package dev.handrail.web.health;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.current.CurrentLibrary;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * How the library is. Always up: with a broken file or an unreachable repository Handrail still serves what was good, and a
 * restart would mend nothing.
 */
@Singleton
final class RunbooksHealth implements HealthIndicator {
    private static final int ERRORS = 20;

    private final CurrentLibrary current;

    RunbooksHealth(CurrentLibrary current) {
        this.current = current;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("runbooks", HealthStatus.UP)
                .details(details())
                .build());
    }

    private Map<String, Object> details() {
        var library = current.library();
        var standing = current.standing();
        var errors = library.problems().stream().filter(Problem::isError).toList();
        var degraded = !errors.isEmpty() || standing.fault().isPresent();
        var details = new LinkedHashMap<String, Object>();
        details.put("state", degraded ? "degraded" : "good");
        details.put("source", standing.place());
        standing.commit().ifPresent(commit -> details.put("commit", commit));
        standing.reachedAt().map(Instant::toString).ifPresent(at -> details.put("reached_at", at));
        standing.fault().ifPresent(fault -> details.put("fault", fault));
        details.put("runbooks", library.runbooks().size());
        details.put(
                "broken_files",
                errors.stream().map(error -> error.at().file()).distinct().count());
        details.put("warnings", library.problems().size() - errors.size());
        details.put("errors", places(errors));
        return details;
    }

    /** File, line and rule; not what was found there, which may be anything. */
    private static List<String> places(List<Problem> errors) {
        return errors.stream()
                .limit(ERRORS)
                .map(error -> "%s:%d %s".formatted(error.at().file(), error.at().line(), error.rule()))
                .toList();
    }
}
