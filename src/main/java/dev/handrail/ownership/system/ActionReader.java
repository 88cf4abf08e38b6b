package dev.handrail.ownership.system;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import dev.handrail.ownership.system.SystemAction.Method;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one action of a system. */
final class ActionReader {
    private static final Set<String> KEYS = Set.of("method", "path", "body", "idempotency_header", "timeout");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern PATH = Pattern.compile("/([^/\\s][^\\s]*)?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,99}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Set<String> parameters = new TreeSet<>();

    ActionReader(String name) {
        this.name = name;
    }

    Optional<SystemAction> read(YamlMap map) {
        map.allowing(KEYS);
        var method = map.require("method", "POST, PUT, PATCH or DELETE").flatMap(ActionReader::method);
        var path = map.require("path", "the path, for instance /orders/{{ order }}/replay")
                .flatMap(this::path);
        var body = map.get("body").flatMap(this::body);
        var header = map.get("idempotency_header").flatMap(ActionReader::header);
        var timeout = map.get("timeout").flatMap(ActionReader::timeout).orElse(TIMEOUT);
        return method.flatMap(
                verb -> path.map(where -> new SystemAction(name, verb, where, body, header, timeout, parameters)));
    }

    private static Optional<Method> method(YamlValue value) {
        var method = value.text()
                .flatMap(text -> Arrays.stream(Method.values())
                        .filter(each -> each.name().equals(text))
                        .findFirst());
        if (method.isEmpty()) {
            value.refuse("bad-value", "POST, PUT, PATCH or DELETE; what only reads is a check");
        }
        return method;
    }

    private Optional<String> path(YamlValue value) {
        return value.text().filter(path -> {
            var filled = filled(path, value);
            if (!PATH.matches(filled)) {
                value.refuse("bad-path", "a path that begins with one / and has no spaces; base_url is the host");
            }
            return PATH.matches(filled);
        });
    }

    private Optional<String> body(YamlValue value) {
        return value.text().filter(body -> {
            try {
                return !JSON.readTree(filled(body, value)).isMissingNode();
            } catch (JacksonException _) {
                value.refuse("bad-body", "JSON, with placeholders inside quotes: '{\"order\": \"{{ order }}\"}'");
                return false;
            }
        });
    }

    /** Returns the text as it would be with a harmless value for each parameter. */
    private String filled(String text, YamlValue value) {
        var found = BRACES.matcher(text);
        while (found.find()) {
            var parameter = found.group(1);
            if (PARAMETER.matches(parameter)) {
                parameters.add(parameter);
            } else {
                value.refuse("bad-placeholder", "{{ name }}, with a name that retries give in 'with'");
            }
        }
        return BRACES.matcher(text).replaceAll("x");
    }

    private static Optional<String> header(YamlValue value) {
        var header = value.text();
        header.filter(text -> !HEADER.matches(text))
                .ifPresent(_ -> value.refuse("bad-value", "a header's name, such as Idempotency-Key"));
        return header.filter(HEADER::matches);
    }

    private static Optional<Duration> timeout(YamlValue value) {
        var timeout = value.duration();
        timeout.filter(time -> time.compareTo(LONGEST) > 0)
                .ifPresent(_ -> value.refuse("bad-value", "at most 5m: a responder is waiting"));
        return timeout.filter(time -> time.compareTo(LONGEST) <= 0);
    }
}
