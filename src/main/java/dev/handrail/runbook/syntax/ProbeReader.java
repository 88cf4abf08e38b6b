package dev.handrail.runbook.syntax;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.fence.Probe;
import dev.handrail.runbook.fence.Template;
import java.util.Optional;

/** Reads a question to a system: {@code system}, {@code path} or {@code promql} or {@code sql}, and {@code expect}. */
final class ProbeReader {
    private static final Pattern PATH = Pattern.compile("(?s)/([^/\\s][^\\s]*)?");
    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values|show|explain)\\b[^;]*;?\\s*");
    private static final Pattern WRITES = Pattern.compile(
            "(?i)\\b(insert|update|delete|merge|truncate|drop|alter|create|grant|call|exec|execute|into)\\b");
    private static final Pattern QUOTED = Pattern.compile("(?s)'[^']*'|\"[^\"]*\"");

    private final Values values;
    private final Problems problems;

    ProbeReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<Probe> read(YamlMap map, Probe.Kind kind) {
        var system = map.require("system", "the system to ask: an entry of systems.yml")
                .flatMap(Values::text);
        var request = map.require(kind.requestKey(), wanted(kind)).flatMap(value -> request(value, kind));
        var expect = map.get("expect").flatMap(value -> values.expectation(value, kind));
        return system.flatMap(name -> request.map(asked -> new Probe(kind, name, asked, expect)));
    }

    private static String wanted(Probe.Kind kind) {
        return switch (kind) {
            case HTTP -> "the path to read, for instance path: /orders/{{ order_id }}";
            case PROMQL -> "the query, for instance promql: 'sum(queue_depth)'";
            case SQL -> "the statement, for instance sql: select state from orders where id = {{ order_id }}";
        };
    }

    private Optional<Placed<Template>> request(YamlValue value, Probe.Kind kind) {
        var template = values.template(value);
        template.ifPresent(request -> {
            switch (kind) {
                case HTTP -> mustBePath(request);
                case PROMQL -> mustSaySomething(request);
                case SQL -> mustRead(request);
            }
        });
        return template;
    }

    private void mustBePath(Placed<Template> request) {
        if (!PATH.matches(request.value().with("x"))) {
            problems.error(
                    request.at(),
                    "bad-path",
                    "'" + request.value().text() + "'",
                    "a path that begins with one / and has no spaces; systems.yml knows the host");
        }
    }

    private void mustSaySomething(Placed<Template> request) {
        if (request.value().text().isBlank()) {
            problems.error(request.at(), "bad-value", "nothing", "a query");
        }
    }

    /** Only a first sieve: what may really be asked is what systems.yml lists. */
    private void mustRead(Placed<Template> request) {
        var statement = QUOTED.matcher(request.value().with("?")).replaceAll("''");
        if (!READS.matches(statement) || WRITES.matcher(statement).find()) {
            problems.error(
                    request.at(),
                    "check-writes",
                    "a statement that does not only read",
                    "one statement that begins with select; what changes something is a retry");
        }
    }
}
