package dev.handrail.web.silence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.MatcherParser;
import dev.handrail.alert.Silence;
import dev.handrail.platform.source.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody asks for who wants a silence. */
record SilenceWish(JsonNode sent, Instant now) {
    private static final Set<String> KEYS = Set.of("matchers", "from", "until", "for", "who", "why");
    private static final int MATCHERS = 20;
    static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;

    /** Returns the silence; throws {@link IllegalArgumentException} that says what was found and what is wanted. */
    static Silence read(JsonNode sent, Instant now) {
        if (!sent.isObject()) {
            throw new IllegalArgumentException(
                    "found no JSON object, wanted {\"matchers\": \"flow=\\\"order-to-erp\\\"\", \"for\": \"2h\", \"who\": \"Ana\", \"why\": \"...\"}");
        }
        sent.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        "found the key '%s', wanted only matchers, from, until or for, who, why".formatted(key));
            }
        });
        return new SilenceWish(sent, now.truncatedTo(ChronoUnit.MICROS)).silence();
    }

    private Silence silence() {
        var matchers = matchers();
        var from = time("from").orElse(now);
        var until = until(from);
        if (!until.isAfter(now)) {
            throw new IllegalArgumentException("found an end at %s, wanted one after now, %s".formatted(until, now));
        }
        return new Silence(
                0, matchers, from, until, text("who", LONGEST_NAME), text("why", LONGEST_TEXT), Optional.empty());
    }

    private List<LabelMatcher> matchers() {
        var found = new ArrayList<LabelMatcher>();
        var texts = sent.path("matchers");
        (texts.isArray() ? texts : List.of(texts)).forEach(text -> found.addAll(matchers(text)));
        if (found.size() > MATCHERS) {
            throw new IllegalArgumentException(
                    "found %d matchers, wanted at most %d".formatted(found.size(), MATCHERS));
        }
        return found;
    }

    private static List<LabelMatcher> matchers(JsonNode text) {
        if (!text.isTextual() || text.asText().isBlank() || text.asText().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "found no matchers, wanted at least one, such as flow=\"order-to-erp\" or alertname=~\"Order.*\"");
        }
        return switch (MatcherParser.parse(text.asText())) {
            case MatcherParser.Matchers read -> read.matchers();
            case MatcherParser.Fault fault ->
                throw new IllegalArgumentException("matchers, character %d: found %s, wanted %s"
                        .formatted(fault.offset() + 1, fault.found(), fault.wanted()));
        };
    }

    private Instant until(Instant from) {
        var until = time("until");
        var length = sent.path("for");
        if (until.isPresent() == length.isTextual()) {
            throw new IllegalArgumentException(
                    "found %s, wanted one of them: \"until\": \"2026-11-22T04:00:00Z\", or \"for\": \"2h\""
                            .formatted(until.isPresent() ? "both 'until' and 'for'" : "neither 'until' nor 'for'"));
        }
        return until.orElseGet(() -> from.plus(Durations.parse(length.asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "for: found '%s', wanted %s".formatted(length.asText(), Durations.WANTED)))));
    }

    private Optional<Instant> time(String key) {
        var text = sent.path(key);
        if (text.isMissingNode() || text.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.asText()).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "%s: found '%s', wanted a time with its offset, such as 2026-11-22T04:00:00Z or 2026-11-22T05:00:00+01:00"
                            .formatted(key, text.asText()));
        }
    }

    private String text(String key, int longest) {
        var text = sent.path(key).asText("").strip();
        if (!sent.path(key).isTextual() || text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException("%s: found %s, wanted a text of 1 to %d characters: %s"
                    .formatted(
                            key,
                            text.isEmpty() ? "none" : text.length() + " characters",
                            longest,
                            key.equals("who")
                                    ? "who silences"
                                    : "what for, for those who wonder what became of an alert"));
        }
        return text;
    }
}
