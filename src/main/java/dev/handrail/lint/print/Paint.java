package dev.handrail.lint.print;

import java.util.function.UnaryOperator;

/** How words are made to stand out: in colour on a terminal, not at all elsewhere. */
public record Paint(UnaryOperator<String> error, UnaryOperator<String> warning, UnaryOperator<String> faint) {
    public static final Paint NONE =
            new Paint(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
}
