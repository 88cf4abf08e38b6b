package dev.handrail.preview.terminal;

import dev.handrail.platform.source.Durations;
import dev.handrail.run.Book;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a step's buttons lead. */
final class Leads {
    private final Plan plan;

    Leads(Plan plan) {
        this.plan = plan;
    }

    List<Lead> of(Step step) {
        var own = plan.find(step.id()).orElse(step);
        var owner = plan.ownerAt(Optional.of(step.id()));
        var leads = new ArrayList<Lead>();
        own.retry().ifPresent(retry -> leads.add(new Lead("Start try 1 of " + retry.limit(), tries(retry, owner))));
        for (var outcome : own.outcomes()) {
            var after = own.retry()
                    .filter(retry -> retry.outcomes().has(outcome.label()))
                    .map(_ -> " (once the try was started)")
                    .orElse("");
            leads.add(new Lead(outcome.label(), words(own, outcome.target(), owner) + after));
        }
        leads.add(new Lead("Something else…", "asks for a sentence, then tells " + owner));
        return leads;
    }

    private static String tries(Retry retry, String owner) {
        var waits = retry.backoff().stream().map(Durations::text).collect(Collectors.joining(", "));
        return "at most %d in 24 h%s, then %s is told"
                .formatted(retry.limit(), waits.isEmpty() ? "" : ", waiting " + waits + " between them", owner);
    }

    private String words(Step from, Target target, String owner) {
        return switch (target) {
            case Target.ToStep to -> to.step().equals(from.id()) ? "this step again" : step(from, to);
            case Target.Resolved _ -> "resolved";
            case Target.Escalate to -> "tells " + owner + (to.reason().isEmpty() ? "" : ": “" + to.reason() + "”");
            case Target.Wait wait ->
                "waits " + Durations.text(wait.time()) + ", then " + words(from, wait.then(), owner);
            case Target.ToRunbook to -> to.path();
        };
    }

    private String step(Step from, Target.ToStep to) {
        var there = plan.bookOf(to.step());
        var number = there.map(book -> book.walk().number(to.step())).orElse(0);
        var title = plan.find(to.step()).map(Step::title).orElse(to.step().value());
        var elsewhere = there.filter(book -> !plan.bookOf(from.id()).equals(Optional.of(book)))
                .map(Book::path)
                .map(path -> path + ", ")
                .orElse("");
        return "%sstep %d, %s".formatted(elsewhere, number, title);
    }
}
