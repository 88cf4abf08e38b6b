package dev.handrail.cli.match;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import java.util.List;

/** Answers for programs. Keys stand in the order in which people read them, and an absent runbook is {@code null}. */
public final class AnswerJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double DECIMALS = 10_000;

    private AnswerJson() {}

    /** Returns one line: {@code {"alertname", "decision", "runbook", "candidates"}}. */
    public static String line(Answer answer) {
        return Json.write(node(answer));
    }

    /** Returns one object: every answer with what was expected of it, and totals. */
    public static String document(List<Answer> answers) {
        var alerts = JSON.arrayNode();
        for (var answer : answers) {
            alerts.add(node(answer)
                    .put("line", answer.question().line())
                    .put("as_expected", answer.isAsExpected())
                    .put("why", answer.match().why()));
        }
        var document = JSON.objectNode();
        document.set("alerts", alerts);
        document.set("totals", totals(Totals.of(answers)));
        return Json.write(document);
    }

    private static ObjectNode node(Answer answer) {
        var candidates = JSON.arrayNode();
        for (var candidate : answer.candidates()) {
            candidates
                    .addObject()
                    .put("runbook", candidate.runbook())
                    .put("confidence", Math.round(candidate.confidence() * DECIMALS) / DECIMALS)
                    .put("why", candidate.why());
        }
        var node = JSON.objectNode();
        node.put("alertname", answer.question().alert().name().orElse(""));
        node.put("decision", answer.decision());
        answer.runbook().ifPresentOrElse(path -> node.put("runbook", path), () -> node.putNull("runbook"));
        node.set("candidates", candidates);
        return node;
    }

    private static ObjectNode totals(Totals totals) {
        var node = JSON.objectNode();
        node.put("alerts", totals.alerts());
        totals.decisions().forEach(node::put);
        return node.put("expectations", totals.expectations()).put("missed", totals.missed());
    }
}
