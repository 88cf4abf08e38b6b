package dev.handrail.web.runbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.WebPath;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.git.Change;
import dev.handrail.web.PublicUrl;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A runbook as the API says it. The keys are a contract: they are only ever added. */
@Singleton
final class RunbookJson {
    private final PublicUrl url;

    RunbookJson(PublicUrl url) {
        this.url = url;
    }

    ObjectNode list(Bookshelf shelf) {
        var standing = shelf.standing();
        var changes = shelf.newestChanges();
        var list = object();
        list.putObject("source")
                .put("place", standing.place())
                .put("commit", orNull(standing.commit()))
                .put("reached_at", orNull(standing.reachedAt().map(Instant::toString)))
                .put("fault", orNull(standing.fault()));
        var runbooks = list.putArray("runbooks");
        shelf.library().runbooks().forEach(runbook -> {
            var node = summary(shelf, runbook);
            node.set("changed", changed(Optional.ofNullable(changes.get(runbook.file()))));
            runbooks.add(node);
        });
        addProblems(list, "other_problems", shelf.otherProblems());
        return list;
    }

    ObjectNode whole(Bookshelf shelf, Runbook runbook) {
        var changes = shelf.changes(runbook);
        var whole = summary(shelf, runbook);
        whole.set("changed", changed(changes.flatMap(all -> all.stream().findFirst())));
        var sections = runbook.sections();
        whole.putObject("sections")
                .put("meaning", sections.meaning())
                .put("impact", sections.impact())
                .put("causes", sections.causes())
                .put("escalation", sections.escalation())
                .put("references", sections.references());
        var steps = whole.putArray("steps");
        runbook.walk().steps().forEach(step -> steps.add(step(runbook, step)));
        addProblems(whole, "problems", shelf.problems(runbook.file()));
        if (changes.isPresent()) {
            var list = whole.putArray("changes");
            changes.get().forEach(change -> list.add(changed(Optional.of(change))));
        } else {
            whole.putNull("changes");
        }
        return whole;
    }

    private ObjectNode summary(Bookshelf shelf, Runbook runbook) {
        var problems = shelf.problems(runbook.file());
        return object().put("id", runbook.id())
                .put("path", runbook.path())
                .put("title", runbook.title())
                .put("status", runbook.status().name().toLowerCase(Locale.ROOT))
                .put("owner", shelf.library().ownerOf(runbook).name())
                .put("flow", orNull(runbook.policy().flow()))
                .put("revision", runbook.revision().value())
                .put("step_count", runbook.walk().steps().size())
                .put("review_due", orNull(runbook.policy().review().due().map(Object::toString)))
                .put("problem_count", problems.size())
                .put("last_good_in_use", problems.stream().anyMatch(Problem::isError))
                .put("url", url.of(WebPath.of("/runbooks/", runbook.id())));
    }

    private static ObjectNode step(Runbook runbook, Step step) {
        var node = object().put("id", step.id().value())
                .put("title", step.title())
                .put("part", step.part().name().toLowerCase(Locale.ROOT))
                .put("text", step.text())
                .put("line", step.line());
        var outcomes = node.putArray("outcomes");
        step.outcomes()
                .forEach(outcome -> outcomes.addObject()
                        .put("label", outcome.label())
                        .put("leads", TargetWords.of(outcome.target(), runbook.walk())));
        return node;
    }

    private static @Nullable ObjectNode changed(Optional<Change> change) {
        return change.map(one -> object().put("commit", one.commit())
                        .put("author", one.author())
                        .put("at", one.at().toString())
                        .put("subject", one.subject())
                        .put("link", orNull(one.link())))
                .orElse(null);
    }

    private static void addProblems(ObjectNode to, String name, List<Problem> problems) {
        var list = to.putArray(name);
        problems.forEach(problem -> list.addObject()
                .put("file", problem.at().file())
                .put("line", problem.at().line())
                .put("column", problem.at().column())
                .put("severity", problem.isError() ? "error" : "warning")
                .put("rule", problem.rule())
                .put("found", problem.found())
                .put("wanted", problem.wanted()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
