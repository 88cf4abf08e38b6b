package dev.handrail.intake.proof;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The key of PagerDuty's Events API, in the body as {@code routing_key} or in a header: the only secret that its clients can set.
 *
 * @param holds whether a key is one of those that are good now
 * @see <a href="https://developer.pagerduty.com/docs/send-alert-event">PagerDuty: send an alert event</a>
 */
public record RoutingKey(Predicate<String> holds) implements Proof {
    public static RoutingKey of(LiveSecrets secrets) {
        return new RoutingKey(secrets::hold);
    }

    @Override
    public Verdict check(Call call) {
        return shown(call)
                .map(key -> Verdict.of(holds.test(key), "the routing_key is not one of this source"))
                .orElseGet(() -> new Verdict.Refused("there is no routing_key"));
    }

    @Override
    public String wanted() {
        return "this source's secret as routing_key";
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    private static Optional<String> shown(Call call) {
        return call.header("X-Routing-Key")
                .or(() -> call.jsonIfAny()
                        .map(json -> json.path("routing_key"))
                        .filter(key -> key.isTextual())
                        .map(key -> key.textValue()));
    }
}
