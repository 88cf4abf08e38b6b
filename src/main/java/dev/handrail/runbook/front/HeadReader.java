package dev.handrail.runbook.front;

import dev.handrail.alert.Severity;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Durations;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.Policy;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Runbook.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads front matter. */
public final class HeadReader {
    private static final Set<String> SHARED_KEYS = Set.of("title", "links", "review");
    private static final Set<String> OWN_KEYS = Set.of(
            "id",
            "status",
            "match",
            "flow",
            "owner",
            "severity",
            "group_by",
            "business_key",
            "acknowledge_within",
            "step_within",
            "resolve",
            "reopen_within");
    private static final Set<String> COMMON_KEYS = Set.of("id", "status", "owner", "severity");
    private static final Set<String> KEYS =
            Stream.concat(SHARED_KEYS.stream(), OWN_KEYS.stream()).collect(Collectors.toUnmodifiableSet());

    private final YamlMap map;
    private final Problems problems;

    public HeadReader(YamlMap map, Problems problems) {
        this.map = map;
        this.problems = problems;
    }

    public Head read() {
        if (!isOurs()) {
            return ofAnotherTool();
        }
        map.allowing(KEYS);
        return new Head(
                map.get("id").flatMap(this::id),
                title(),
                choice("status", Status.values()).orElse(Status.ACTIVE),
                MatchRules.read(map.list("match"), problems),
                policy(),
                links(),
                places(),
                true);
    }

    /** Says whether a line, of front matter that cannot be read as a whole, has one of our keys. */
    public static boolean opensOwnKey(String line) {
        return OWN_KEYS.stream().anyMatch(key -> line.startsWith(key + ":"));
    }

    /** Others have an id, a status, an owner or a severity too, but not only keys that are ours or nearly so. */
    private boolean isOurs() {
        return map.keys().stream().anyMatch(key -> OWN_KEYS.contains(key) && !COMMON_KEYS.contains(key))
                || (map.keys().stream().anyMatch(COMMON_KEYS::contains)
                        && map.keys().stream().allMatch(HeadReader::isNearlyOurs));
    }

    private static boolean isNearlyOurs(String key) {
        return KEYS.contains(key)
                || key.startsWith("x-")
                || Nearest.to(key, KEYS)
                        .filter(near -> near.charAt(0) == key.charAt(0))
                        .isPresent();
    }

    /** Hugo, Jekyll and others have keys of their own; only what is nearly one of ours is worth a word. */
    private Head ofAnotherTool() {
        map.keys().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> Nearest.to(key, OWN_KEYS)
                        .filter(near -> Math.abs(near.length() - key.length()) < 2 && near.charAt(0) == key.charAt(0))
                        .ifPresent(near ->
                                problems.warning(map.at(key), "unknown-key", "'" + key + "'", "'" + near + "'")));
        ignored()
                .ifPresent(key -> problems.warning(
                        map.at(key),
                        "not-our-front-matter",
                        "'" + key + "' beside keys of another tool, so that Handrail reads none",
                        "x- before each key that is not Handrail's"));
        var title = map.get("title")
                .flatMap(YamlValue::textIfAny)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return new Head(Optional.empty(), title, Status.ACTIVE, List.of(), Policy.DEFAULT, Map.of(), Map.of(), false);
    }

    /** Whoever names an owner or a severity may have meant Handrail. */
    private Optional<String> ignored() {
        return Stream.of("owner", "severity").filter(map::has).findFirst();
    }

    private Optional<String> title() {
        return map.text("title").map(String::strip).filter(title -> !title.isEmpty());
    }

    private Optional<String> id(YamlValue value) {
        var id = value.text();
        id.filter(text -> !text.matches("[^\\s#]{1,200}"))
                .ifPresent(_ -> value.refuse("bad-value", "an id without spaces or #, of at most 200 characters"));
        return id;
    }

    private Policy policy() {
        return new Policy(
                map.text("owner").map(OwnerId::new),
                map.text("flow"),
                choice("severity", Severity.values()),
                new Policy.Grouping(map.texts("group_by"), map.text("business_key")),
                new Policy.Times(
                        map.duration("acknowledge_within"),
                        map.duration("step_within"),
                        map.duration("reopen_within").orElse(Policy.DEFAULT_REOPEN_WITHIN)),
                map.get("resolve").flatMap(this::resolution).orElseGet(Resolution.Verify::new),
                map.map("review").map(ReviewReader::read).orElse(Policy.DEFAULT.review()));
    }

    private Optional<Resolution> resolution(YamlValue value) {
        return value.text().flatMap(text -> {
            var quiet = text.startsWith("quiet ")
                    ? Durations.parse(text.substring(6).strip())
                    : Optional.<Duration>empty();
            Optional<Resolution> resolution = switch (text) {
                case "verify" -> Optional.of(new Resolution.Verify());
                case "auto" -> Optional.of(new Resolution.Auto());
                default -> quiet.map(Resolution.Quiet::new);
            };
            if (resolution.isEmpty()) {
                value.refuse("bad-value", "verify, auto, or quiet 30m");
            }
            return resolution;
        });
    }

    private <E extends Enum<E>> Optional<E> choice(String key, E[] choices) {
        var words = Arrays.stream(choices).map(HeadReader::word).toList();
        return map.get(key).flatMap(value -> {
            var text = value.text();
            text.filter(word -> !words.contains(word))
                    .ifPresent(_ -> value.refuse("bad-value", "one of " + String.join(", ", words)));
            return text.flatMap(word -> Arrays.stream(choices)
                    .filter(each -> word(each).equals(word))
                    .findFirst());
        });
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> links() {
        var links = new LinkedHashMap<String, String>();
        map.map("links")
                .ifPresent(named -> named.keys()
                        .forEach(name -> named.get(name).ifPresent(value -> {
                            var address = value.text();
                            address.filter(HeadReader::isAddress).ifPresent(url -> links.put(name, url));
                            address.filter(url -> !isAddress(url))
                                    .ifPresent(_ -> value.refuse(
                                            "bad-value", "an address that begins with https:// or http://"));
                        })));
        return links;
    }

    private static boolean isAddress(String url) {
        return url.matches("https?://\\S+");
    }

    private Map<String, Position> places() {
        var places = new HashMap<String, Position>();
        map.keys().forEach(key -> map.get(key).ifPresent(value -> places.put(key, value.at())));
        var rules = map.list("match");
        for (int index = 0; index < rules.size(); index++) {
            places.put("match." + index, rules.get(index).at());
        }
        map.map("review")
                .ifPresent(review -> review.keys()
                        .forEach(key -> review.get(key).ifPresent(value -> places.put("review." + key, value.at()))));
        return places;
    }
}
