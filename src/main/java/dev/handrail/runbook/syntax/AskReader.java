package dev.handrail.runbook.syntax;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.fence.Fence;
import java.util.Optional;
import java.util.Set;

/** Reads what an ask fence says. */
final class AskReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    private AskReader() {}

    static Optional<Fence> read(YamlMap map, Position at) {
        map.allowing(Set.of("ask", "hint", "pattern"));
        var name = map.get("ask").flatMap(AskReader::name);
        var hint = map.text("hint").orElse("");
        var pattern = map.get("pattern").flatMap(AskReader::pattern);
        return name.map(word -> new Fence.Ask(at, word, hint, pattern));
    }

    private static Optional<Placed<String>> name(YamlValue value) {
        var name = Values.text(value);
        name.filter(word -> !NAME.matches(word.value()))
                .ifPresent(_ -> value.refuse(
                        "bad-value", "a name such as psp_reference: a small letter, then a-z, 0-9, _ and -"));
        return name.filter(word -> NAME.matches(word.value()));
    }

    private static Optional<Placed<String>> pattern(YamlValue value) {
        return Values.text(value).filter(pattern -> {
            try {
                return Pattern.compile(pattern.value()).pattern() != null;
            } catch (PatternSyntaxException e) {
                value.refuse("bad-pattern", "a regular expression in RE2 syntax: " + e.getDescription());
                return false;
            }
        });
    }
}
