package dev.handrail.lint.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, by name. Each is read when it is asked for. */
public final class RuleBook {
    private static final String FOLDER = "/lint/";
    private static final String INDEX = "rules.txt";

    private final Map<String, Optional<Rule>> read = new HashMap<>();

    public Optional<Rule> find(String name) {
        return read.computeIfAbsent(name, any -> resource(any + ".md").map(RulePage::read));
    }

    /** Returns what to do where a rule is broken; nothing for a rule that the book does not have. */
    public String hint(String name) {
        return find(name).map(Rule::hint).orElse("");
    }

    /** Returns the names, in alphabetical order. */
    public List<String> names() {
        return resource(INDEX)
                .orElseThrow(() -> new IllegalStateException("the list of rules is missing from the jar"))
                .lines()
                .toList();
    }

    public List<Rule> all() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    private static Optional<String> resource(String name) {
        try (var stream = RuleBook.class.getResourceAsStream(FOLDER + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name + " from the jar", e);
        }
    }
}
