package dev.handrail.web.api;

import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.platform.Transactions;
import dev.handrail.platform.access.Role;
import dev.handrail.web.ErrorBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was understood of what senders sent: every alert, as it was reported last, and what was decided then. */
@Controller("/v1/alerts")
@Secured({Role.API, Role.ADMINISTRATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertsApi {
    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private final Transactions transactions;
    private final AlertRepository alerts;

    AlertsApi(Transactions transactions, AlertRepository alerts) {
        this.transactions = transactions;
        this.alerts = alerts;
    }

    /** Those that were reported last come first; a limit over 1000 is 1000. */
    @Get
    HttpResponse<?> list(@QueryValue Optional<String> limit) {
        if (limit.filter(text -> !NUMBER.matcher(text).matches()).isPresent()) {
            return HttpResponse.badRequest(
                    new ErrorBody("parameter 'limit': found '%s'; wanted a whole number from 1 to %d"
                            .formatted(limit.get(), HIGHEST_LIMIT)));
        }
        var count = Math.min(limit.map(Integer::valueOf).orElse(DEFAULT_LIMIT), HIGHEST_LIMIT);
        return HttpResponse.ok(transactions.read(() -> alerts.latest(count)).stream()
                .map(AlertJson::of)
                .toList());
    }
}
