package dev.handrail.runbook.fence;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.fence.Expectation.Operand;
import dev.handrail.runbook.fence.Expectation.Operator;
import dev.handrail.runbook.fence.Expectation.Root;
import dev.handrail.runbook.fence.ExpectationTokens.Fault;
import dev.handrail.runbook.fence.ExpectationTokens.Form;
import dev.handrail.runbook.fence.ExpectationTokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Reads an expectation. Precedence from the loosest: {@code ||}, {@code &&}, {@code !}, comparison; comparisons do not chain.
 */
public final class ExpectationParser {
    private static final int DEEPEST = 30;
    private static final String OPERATOR = "one of == != < <= > >= after it";

    private final IntFunction<Position> places;
    private final Set<Root> known;
    private final Problems problems;
    private List<Token> tokens = List.of();
    private int next;
    private int depth;

    private ExpectationParser(IntFunction<Position> places, Probe.Kind kind, Problems problems) {
        this.places = places;
        this.known = known(kind);
        this.problems = problems;
    }

    /**
     * Returns what {@code text} says; empty, and its first fault noted, if that is nothing.
     *
     * @param places the file's position of each character of the text
     */
    public static Optional<Expectation> parse(
            String text, IntFunction<Position> places, Probe.Kind kind, Problems problems) {
        var parser = new ExpectationParser(places, kind, problems);
        var before = problems.count();
        try {
            parser.tokens = ExpectationTokens.of(text);
            var expectation = parser.whole();
            return problems.count() == before ? Optional.of(expectation) : Optional.empty();
        } catch (Fault fault) {
            problems.error(places.apply(fault.offset()), "bad-expectation", fault.found(), fault.wanted());
            return Optional.empty();
        }
    }

    private static Set<Root> known(Probe.Kind kind) {
        return switch (kind) {
            case HTTP -> Set.of(Root.STATUS, Root.BODY);
            case PROMQL -> Set.of(Root.VALUE);
            case SQL -> Set.of(Root.VALUE, Root.ROWS);
        };
    }

    private Expectation whole() throws Fault {
        var all = either();
        if (peek().type() != Form.END) {
            throw fault("&&, || or the end");
        }
        return all;
    }

    private Expectation either() throws Fault {
        var left = both();
        while (take("||")) {
            left = new Expectation.Or(left, both());
        }
        return left;
    }

    private Expectation both() throws Fault {
        var left = single();
        while (take("&&")) {
            left = new Expectation.And(left, single());
        }
        return left;
    }

    private Expectation single() throws Fault {
        if (++depth > DEEPEST) {
            throw fault("at most " + DEEPEST + " parentheses and ! inside each other");
        }
        try {
            if (take("!")) {
                return new Expectation.Not(single());
            }
            return take("(") ? inner() : comparison();
        } finally {
            depth--;
        }
    }

    private Expectation inner() throws Fault {
        var inner = either();
        if (!take(")")) {
            throw fault("&&, || or )");
        }
        return inner;
    }

    private Expectation comparison() throws Fault {
        var leftAt = next;
        var left = operand();
        var operator = Operator.of(peek().text()).filter(_ -> peek().type() == Form.SIGN);
        if (operator.isEmpty()) {
            return left instanceof Operand.Field field && field.root() != Root.STATUS
                    ? new Expectation.Holds(field)
                    : refuseAlone(leftAt);
        }
        next++;
        var rightAt = next;
        var right = operand();
        if (operator.get().isOrder()) {
            mustHaveOrder(left, leftAt);
            mustHaveOrder(right, rightAt);
        }
        return new Expectation.Compare(left, operator.get(), right);
    }

    private Expectation refuseAlone(int index) throws Fault {
        var token = tokens.get(index);
        throw new Fault(token.offset(), "'" + token.text() + "' by itself", OPERATOR);
    }

    private void mustHaveOrder(Operand operand, int index) throws Fault {
        var token = tokens.get(index);
        switch (operand) {
            case Operand.Field _, Operand.Numeral _ -> {}
            case Operand.Text _, Operand.Truth _, Operand.Nothing _ ->
                throw new Fault(token.offset(), "'" + token.text() + "' with < or >", "a number");
        }
    }

    private Operand operand() throws Fault {
        var token = peek();
        return switch (token.type()) {
            case NUMBER -> {
                next++;
                yield new Operand.Numeral(token.number());
            }
            case TEXT -> {
                next++;
                yield new Operand.Text(
                        TemplateParser.parse(token.text(), at -> places.apply(token.offset() + 1 + at), problems));
            }
            case NAME -> named(token);
            case SIGN, END -> throw fault("a value: " + roots() + ", a number or a text in quotes");
        };
    }

    private Operand named(Token token) throws Fault {
        next++;
        return switch (token.text()) {
            case "true" -> new Operand.Truth(true);
            case "false" -> new Operand.Truth(false);
            case "null" -> new Operand.Nothing();
            default -> new Operand.Field(root(token), path());
        };
    }

    private Root root(Token token) throws Fault {
        return Arrays.stream(Root.values())
                .filter(known::contains)
                .filter(root -> word(root).equals(token.text()))
                .findFirst()
                .orElseThrow(
                        () -> new Fault(token.offset(), "'" + token.text() + "'", roots() + "; texts stand in quotes"));
    }

    private List<Expectation.Key> path() throws Fault {
        var path = new ArrayList<Expectation.Key>();
        while (true) {
            if (take(".")) {
                path.add(new Expectation.Key.Name(name()));
            } else if (take("[")) {
                path.add(key());
                if (!take("]")) {
                    throw fault("]");
                }
            } else {
                return path;
            }
        }
    }

    private String name() throws Fault {
        if (peek().type() != Form.NAME) {
            throw fault("a name after the point; others as [\"a-name\"]");
        }
        return tokens.get(next++).text();
    }

    private Expectation.Key key() throws Fault {
        var token = peek();
        next++;
        if (token.type() == Form.TEXT) {
            return new Expectation.Key.Name(token.text());
        }
        if (token.type() == Form.NUMBER && token.text().matches("[0-9]{1,6}")) {
            return new Expectation.Key.Index(Integer.parseInt(token.text()));
        }
        next--;
        throw fault("a place counted from 0, or a name in quotes");
    }

    private String roots() {
        return known.stream().map(ExpectationParser::word).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" or "));
    }

    private static String word(Root root) {
        return root.name().toLowerCase(Locale.ROOT);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean take(String sign) {
        var isThere = peek().type() == Form.SIGN && peek().text().equals(sign);
        next += isThere ? 1 : 0;
        return isThere;
    }

    private Fault fault(String wanted) {
        var token = peek();
        return new Fault(token.offset(), token.type() == Form.END ? "the end" : "'" + token.text() + "'", wanted);
    }
}
