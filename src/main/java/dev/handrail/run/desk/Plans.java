package dev.handrail.run.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.run.Plan;
import dev.handrail.runbook.current.CurrentLibrary;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;

/** What runs are pinned to. */
@Singleton
final class Plans {
    /** Those that were read, and so are stored: a plan never changes, and one is read at every alert and every click. */
    private final Cache<String, Plan> read =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final PlanRepository plans;

    /** Asked only when somebody is to be told: whoever verifies a record needs no library. */
    private final BeanProvider<CurrentLibrary> libraries;

    Plans(PlanRepository plans, BeanProvider<CurrentLibrary> libraries) {
        this.plans = plans;
        this.libraries = libraries;
    }

    /** Returns what a run is pinned to, with whoever is on call by the rotas of now: an override may have been added since. */
    Plan asOfNow(RunRepository.Row run) {
        return of(run).with(libraries.get().library().catalogue()::asOfNow);
    }

    Plan of(RunRepository.Row run) {
        return read.get(
                run.planHash(),
                hash -> plans.findById(hash)
                        .map(plan -> Json.read(plan.body(), Plan.class))
                        .orElseThrow(
                                () -> new IllegalStateException("incident #%d is pinned to plan %s, which is not stored"
                                        .formatted(run.incidentId(), hash))));
    }

    /** Keeps a plan, and returns its hash. */
    String keep(Plan plan) {
        var body = Json.write(plan);
        var hash = Sha256.of(body);
        if (read.getIfPresent(hash) == null) {
            plans.keep(hash, body);
        }
        return hash;
    }
}
