package dev.handrail.ownership.system;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.Optional;
import java.util.Set;

/** Reads {@code credentials}. What stands where a variable's name belongs is never repeated: it may be the secret. */
final class CredentialReader {
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,99}");
    private static final Set<String> KEYS = Set.of("bearer", "username", "password", "header", "value");

    private final Problems problems;

    CredentialReader(Problems problems) {
        this.problems = problems;
    }

    Credentials read(YamlMap map) {
        map.allowing(KEYS);
        var credentials = map.has("bearer")
                ? variable(map, "bearer").map(Credentials.Bearer::new)
                : map.has("header") || map.has("value") ? header(map) : password(map);
        return credentials.map(Credentials.class::cast).orElseGet(Credentials.None::new);
    }

    private Optional<? extends Credentials> header(YamlMap map) {
        var header = map.require("header", "the header's name, for instance header: X-Api-Key")
                .flatMap(value -> {
                    var name = value.text().filter(HEADER::matches);
                    if (name.isEmpty()) {
                        problems.error(value.at(), "bad-value", "what is no header's name", "a name such as X-Api-Key");
                    }
                    return name;
                });
        return variable(map, "value").flatMap(value -> header.map(name -> new Credentials.Header(name, value)));
    }

    private Optional<? extends Credentials> password(YamlMap map) {
        return variable(map, "username")
                .flatMap(user -> variable(map, "password").map(word -> new Credentials.Password(user, word)));
    }

    private Optional<String> variable(YamlMap map, String key) {
        return map.require(key, "the name of an environment variable, for instance " + key + ": OMS_SECRET")
                .flatMap(this::variable);
    }

    private Optional<String> variable(YamlValue value) {
        var name = value.text();
        name.filter(text -> !VARIABLE.matches(text))
                .ifPresent(_ -> problems.error(
                        value.at(),
                        "secret-value",
                        "what is no variable's name",
                        "the name of an environment variable that holds it, such as OMS_TOKEN;"
                                + " if this was a secret, replace it: it is in your history now"));
        return name.filter(VARIABLE::matches);
    }
}
