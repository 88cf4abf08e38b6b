package dev.handrail.lint.rules;

import java.util.stream.Collectors;

/** The page on all rules, for those who read on GitHub. */
final class RulesPage {
    private RulesPage() {}

    static String of(RuleBook book) {
        var rules = book.all();
        return """
                # What `handrail lint` looks for

                Made from the pages that `handrail lint --explain RULE` prints. An error keeps a file out of the library; a warning does
                not. Each example stands in a library with the owners `commerce` and `payments` and the flow `orders`; every bad one is
                linted by a test, and every good one too.

                | Rule | Severity | Why |
                |---|---|---|
                %s

                %s
                """.formatted(
                        rules.stream()
                                .map(rule -> "| [%s](#%s) | %s | %s |"
                                        .formatted(rule.name(), rule.name(), rule.severity(), rule.why()))
                                .collect(Collectors.joining("\n")),
                        rules.stream().map(RulesPage::section).collect(Collectors.joining("\n")));
    }

    private static String section(Rule rule) {
        return rule.page()
                .replaceFirst("^# ", "## ")
                .replace("\n## Bad\n", "\n### Bad: " + rule.name() + "\n")
                .replace("\n## Good\n", "\n### Good: " + rule.name() + "\n");
    }
}
