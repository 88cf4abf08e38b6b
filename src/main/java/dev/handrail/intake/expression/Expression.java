package dev.handrail.intake.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.google.re2j.Pattern;
import dev.handrail.intake.translate.UntranslatableException;
import dev.handrail.intake.translate.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression, compiled once, for any thread.
 *
 * <p>Authors are trusted and senders are not: an expression's work is bounded, in steps rather than time, so that the same
 * body always gives the same alert.
 *
 * @see <a href="https://docs.jsonata.org/">JSONata</a>
 */
public final class Expression {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 200;
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final String text;
    private final Jsonata compiled;

    private Expression(String text, Jsonata compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /** An expression that is none. The message can be shown to its author. */
    public static final class InvalidExpressionException extends Exception {
        private final int offset;

        InvalidExpressionException(String message, int offset, @Nullable Throwable cause) {
            super(message, cause);
            this.offset = offset;
        }

        /** Returns how many characters of the expression precede the fault. */
        public int offset() {
            return offset;
        }
    }

    public static Expression compile(String text) throws InvalidExpressionException {
        try {
            var compiled = Jsonata.jsonata(text);
            compiled.setValidateInput(false);
            compiled.setOutputConvertNulls(false);
            Functions.register(compiled);
            return new Expression(text, compiled);
        } catch (JException e) {
            throw new InvalidExpressionException(message(e), Math.clamp(e.getLocation(), 0, text.length()), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new InvalidExpressionException("an expression that cannot be read", 0, e);
        }
    }

    /** Returns what the expression gives; null for nothing. */
    public @Nullable Object of(@Nullable Object input, Map<String, Object> variables) throws UntranslatableException {
        var frame = compiled.createFrame();
        variables.forEach(frame::bind);
        var bounds = new Bounds();
        frame.setEvaluateEntryCallback((_, _, _) -> bounds.enter());
        frame.setEvaluateExitCallback((_, _, _, _) -> bounds.depth--);
        try {
            var result = compiled.evaluate(input, frame);
            return Values.isNothing(result) ? null : result;
        } catch (RuntimeException | StackOverflowError e) {
            throw new UntranslatableException("'%s' failed: %s".formatted(Wording.bounded(text, 80), message(e)), e);
        }
    }

    public String text() {
        return text;
    }

    /** Says whether the expression is a path and nothing more, so that it can stand in a message for what it leads to. */
    public boolean isPath() {
        return PATH.matches(text);
    }

    private static String message(Throwable e) {
        var innermost = e.getCause() == null ? e : e.getCause();
        var message = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return Wording.bounded(message.replaceAll("\\s+", " "), 200);
    }

    private static final class Bounds {
        private int steps;
        private int depth;

        private void enter() {
            depth++;
            if (++steps > MOST_STEPS || depth > DEEPEST) {
                throw new JException("more than %d steps or %d levels".formatted(MOST_STEPS, DEEPEST), -1);
            }
        }
    }
}
