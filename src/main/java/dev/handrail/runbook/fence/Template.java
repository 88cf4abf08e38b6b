package dev.handrail.runbook.fence;

import java.util.List;

/**
 * Text with placeholders.
 *
 * @param text as it is written
 * @param parts in order; a text without placeholders is one literal
 */
public record Template(String text, List<Part> parts) {
    /** A stretch of the text. */
    public sealed interface Part {}

    /** Text that stays as it is. */
    public record Literal(String text) implements Part {}

    /** A value that is filled in, escaped for the place where it goes. */
    public record Filled(Placeholder placeholder) implements Part {}

    public Template {
        parts = List.copyOf(parts);
    }

    public List<Placeholder> placeholders() {
        return parts.stream()
                .filter(Filled.class::isInstance)
                .map(part -> ((Filled) part).placeholder())
                .toList();
    }

    /** Returns the text with {@code stand} in place of every placeholder. */
    public String with(String stand) {
        var filled = new StringBuilder();
        for (var part : parts) {
            filled.append(
                    switch (part) {
                        case Literal literal -> literal.text();
                        case Filled _ -> stand;
                    });
        }
        return filled.toString();
    }
}
