package dev.handrail.run.desk;

import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.run.Plan;
import jakarta.inject.Singleton;

/** What runs are pinned to. */
@Singleton
final class Plans {
    private final PlanRepository plans;

    Plans(PlanRepository plans) {
        this.plans = plans;
    }

    Plan of(RunRepository.Row run) {
        return plans.findById(run.planHash())
                .map(plan -> Json.read(plan.body(), Plan.class))
                .orElseThrow(() -> new IllegalStateException("incident #%d is pinned to plan %s, which is not stored"
                        .formatted(run.incidentId(), run.planHash())));
    }

    /** Keeps a plan, and returns its hash. */
    String keep(Plan plan) {
        var body = Json.write(plan);
        var hash = Sha256.of(body);
        plans.keep(hash, body);
        return hash;
    }
}
