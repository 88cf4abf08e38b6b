package dev.handrail.ownership.system;

import com.google.re2j.Pattern;
import dev.handrail.ownership.system.ExternalSystem.Kind;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one system. */
final class SystemReader {
    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#@]+(/[^\\s?#]*)?");
    private static final Pattern JDBC = Pattern.compile("jdbc:[a-z0-9]+:\\S+");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)://[^/\\s]*:[^/\\s]*@|[?&;](password|passwd|pwd|token|secret|api_?key|access_?key)=.+");
    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values|show|explain)\\b[^;]*;?\\s*");

    private final Problems problems;

    SystemReader(Problems problems) {
        this.problems = problems;
    }

    Optional<ExternalSystem> read(String id, YamlMap map) {
        var kind = map.require("kind", "http, prometheus or sql").flatMap(SystemReader::kind);
        kind.ifPresent(known -> map.allowing(keys(known)));
        var key = kind.filter(Kind.SQL::equals).isPresent() ? "datasource" : "base_url";
        var address = kind.flatMap(known -> map.require(key, wanted(known)).flatMap(value -> address(value, known)));
        var name = map.text("name").orElse(id);
        var credentials =
                map.map("credentials").map(new CredentialReader(problems)::read).orElseGet(Credentials.None::new);
        var checks = kind.map(known -> checks(map, known)).orElse(List.of());
        var actions = map.map("actions").map(SystemReader::actions).orElse(Map.of());
        return kind.flatMap(known ->
                address.map(where -> new ExternalSystem(id, name, known, where, credentials, checks, actions)));
    }

    private static Set<String> keys(Kind kind) {
        return switch (kind) {
            case HTTP -> Set.of("name", "kind", "base_url", "credentials", "checks", "actions");
            case PROMETHEUS -> Set.of("name", "kind", "base_url", "credentials");
            case SQL -> Set.of("name", "kind", "datasource", "credentials", "checks");
        };
    }

    private static String wanted(Kind kind) {
        return switch (kind) {
            case HTTP, PROMETHEUS -> "the address, for instance https://oms.example";
            case SQL -> "the database, for instance jdbc:postgresql://db.example/oms";
        };
    }

    private static Optional<Kind> kind(YamlValue value) {
        var kind = value.text()
                .flatMap(text -> Arrays.stream(Kind.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst());
        if (kind.isEmpty()) {
            value.refuse("bad-value", "http, prometheus or sql");
        }
        return kind;
    }

    /** An address with a secret in it is not repeated. */
    private Optional<String> address(YamlValue value, Kind kind) {
        var address = value.text();
        if (address.filter(text -> SECRET.matcher(text).find()).isPresent()) {
            problems.error(
                    value.at(),
                    "secret-value",
                    "an address with a password or token in it",
                    "the address alone; credentials name the environment variables that hold the rest");
            return Optional.empty();
        }
        var form = kind == Kind.SQL ? JDBC : URL;
        address.filter(text -> !form.matches(text)).ifPresent(_ -> value.refuse("bad-value", wanted(kind)));
        return address.filter(form::matches);
    }

    private static List<String> checks(YamlMap map, Kind kind) {
        return map.list("checks").stream()
                .flatMap(value -> value.text().filter(check -> isCheck(check, value, kind)).stream())
                .toList();
    }

    private static boolean isCheck(String check, YamlValue value, Kind kind) {
        var fits = switch (kind) {
            case HTTP -> PathPattern.isOne(check);
            case PROMETHEUS -> true;
            case SQL -> READS.matches(check);
        };
        if (!fits) {
            value.refuse(
                    kind == Kind.SQL ? "check-writes" : "bad-path",
                    kind == Kind.SQL
                            ? "one statement that begins with select, with ? for each value"
                            : "a path to read, such as GET /orders/*");
        }
        return fits;
    }

    private static Map<String, SystemAction> actions(YamlMap map) {
        var actions = new LinkedHashMap<String, SystemAction>();
        map.keys()
                .forEach(name -> map.map(name)
                        .flatMap(action -> new ActionReader(name).read(action))
                        .ifPresent(action -> actions.put(name, action)));
        return actions;
    }
}
