package dev.handrail.ownership;

import dev.handrail.ownership.contact.ContactReader;
import dev.handrail.ownership.maintenance.WindowReader;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one flow of flows.yml.
 *
 * @param owners the ids there are; empty if owners.yml could not be read, and then no owner is called unknown
 */
record FlowReader(Optional<Set<String>> owners, WindowReader windows) {
    private static final Set<String> KEYS = Set.of(
            "name",
            "channel",
            "source",
            "target",
            "owner",
            "pattern",
            "why",
            "contract",
            "identifiers",
            "latency",
            "business_unit",
            "unit",
            "value",
            "failure_modes",
            "maintenance",
            "shadow");
    private static final Set<String> VALUE_KEYS = Set.of("per_hour", "each", "currency");
    private static final Set<String> MODE_KEYS = Set.of("name", "alert", "runbook");
    private static final int MOST_PER_HOUR = 10_000_000;

    /** Returns the flow; empty, with the problem noted, if it has no owner or no channel. */
    Optional<Flow> flow(String id, YamlMap entry, Optional<String> defaultChannel) {
        entry.allowing(KEYS);
        var channel = entry.get("channel").flatMap(ContactReader::channel).or(() -> defaultChannel);
        var owner = entry.require("owner", "who answers for the flow").flatMap(this::known);
        var name = entry.text("name").orElse(id);
        var exchange = exchange(entry);
        var business = business(entry);
        var modes = entry.list("failure_modes").stream()
                .flatMap(mode -> failureMode(mode).stream())
                .toList();
        var shadow = entry.get("shadow").flatMap(YamlValue::truth).orElse(false);
        var alerting = new Flow.Alerting(shadow, windows.windows(entry));
        return channel.flatMap(
                at -> owner.map(who -> new Flow(id, name, at, new OwnerId(who), exchange, business, modes, alerting)));
    }

    private Optional<String> known(YamlValue value) {
        var id = value.text();
        id.filter(name -> owners.filter(known -> !known.contains(name)).isPresent())
                .ifPresent(name -> value.refuse("unknown-owner", Nearest.advice(name, owners.orElse(Set.of()))));
        return id;
    }

    private static Flow.Exchange exchange(YamlMap entry) {
        return new Flow.Exchange(
                said(entry, "source"),
                said(entry, "target"),
                said(entry, "pattern"),
                said(entry, "why"),
                said(entry, "contract"),
                entry.texts("identifiers"),
                said(entry, "latency"));
    }

    private static Flow.Business business(YamlMap entry) {
        return new Flow.Business(
                said(entry, "business_unit"),
                said(entry, "unit"),
                entry.map("value").flatMap(FlowReader::value));
    }

    private static Optional<Flow.Value> value(YamlMap value) {
        value.allowing(VALUE_KEYS);
        var perHour =
                value.require("per_hour", "units in a usual hour").flatMap(number -> number.integer(0, MOST_PER_HOUR));
        var each = value.require("each", "the money that one unit stands for").flatMap(FlowReader::amount);
        var currency =
                value.require("currency", "the currency of 'each', such as EUR").flatMap(FlowReader::currency);
        return perHour.flatMap(
                count -> each.flatMap(amount -> currency.map(code -> new Flow.Value(count, amount, code))));
    }

    private static Optional<BigDecimal> amount(YamlValue value) {
        return matching(value, "[0-9]{1,12}(\\.[0-9]{1,4})?", "an amount, such as 85 or 85.50")
                .map(BigDecimal::new);
    }

    private static Optional<String> currency(YamlValue value) {
        return matching(value, "[A-Z]{3}", "three capital letters (ISO 4217), such as EUR");
    }

    private static Optional<String> matching(YamlValue value, String pattern, String wanted) {
        var text = value.text();
        if (text.isPresent() && !text.get().matches(pattern)) {
            value.refuse("bad-value", wanted);
            return Optional.empty();
        }
        return text;
    }

    /** A text alone is the name of a failure mode that nobody has an alert or a runbook for. */
    private static Optional<Flow.FailureMode> failureMode(YamlValue mode) {
        if (!mode.isMap()) {
            return mode.text().map(name -> new Flow.FailureMode(name, Optional.empty(), Optional.empty(), mode.at()));
        }
        return mode.map().map(entry -> entry.allowing(MODE_KEYS)).flatMap(FlowReader::failureMode);
    }

    private static Optional<Flow.FailureMode> failureMode(YamlMap entry) {
        var name = entry.require("name", "how the flow fails, in a few words").flatMap(YamlValue::text);
        var alert = entry.text("alert");
        var runbook = entry.get("runbook").flatMap(FlowReader::file);
        var at = entry.get("runbook").map(YamlValue::at).orElse(entry.at());
        return name.map(said -> new Flow.FailureMode(said, alert, runbook, at));
    }

    private static Optional<String> file(YamlValue value) {
        return matching(
                value,
                "[^/\\\\#].*\\.md(#.+)?",
                "a runbook's file, relative to this folder, such as order-export-stuck.md");
    }

    private static String said(YamlMap entry, String key) {
        return entry.text(key).orElse("");
    }
}
