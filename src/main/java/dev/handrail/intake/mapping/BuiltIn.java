package dev.handrail.intake.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The mappings that Handrail brings along, each a file under {@code sources} in the resources. */
public final class BuiltIn {
    /** Their names, in the order of the alphabet. */
    public static final List<String> MAPPED = List.of(
            "adyen",
            "azure-monitor",
            "checkmk",
            "cloudwatch-sns",
            "datadog",
            "gcp-monitoring",
            "grafana",
            "newrelic",
            "opsgenie",
            "pagerduty",
            "pagerduty-events",
            "pingdom",
            "sentry",
            "shopify",
            "stripe",
            "uptime-kuma",
            "zabbix");

    private BuiltIn() {}

    /** Returns the file; empty if there is none of this name. */
    public static Optional<String> text(String source) {
        if (!MAPPED.contains(source)) {
            return Optional.empty();
        }
        try (var file = BuiltIn.class.getResourceAsStream("/sources/" + source + ".yml")) {
            if (file == null) {
                throw new IllegalStateException("sources/%s.yml is not among the resources".formatted(source));
            }
            return Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sources/" + source + ".yml", e);
        }
    }

    static Optional<Mapping> mapping(String source) {
        return text(source).map(text -> {
            var reading = MappingReader.read(source + ".yml", text);
            return reading.mapping()
                    .orElseThrow(
                            () -> new IllegalStateException("a built-in mapping has errors: " + reading.problems()));
        });
    }
}
