package dev.handrail.runbook.fence;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a good answer of a system is: {@code status == 200 && body.state == "EXPORTED"}. */
public sealed interface Expectation {
    /** Both. */
    record And(Expectation left, Expectation right) implements Expectation {}

    /** Either. */
    record Or(Expectation left, Expectation right) implements Expectation {}

    /** The opposite. */
    record Not(Expectation inner) implements Expectation {}

    /** Two values side by side. */
    record Compare(Operand left, Operator operator, Operand right) implements Expectation {}

    /** A value that is true by itself: {@code body.exported}. */
    record Holds(Operand.Field field) implements Expectation {}

    /** Returns those in its texts. */
    default List<Placeholder> placeholders() {
        return switch (this) {
            case And and -> joined(and.left().placeholders(), and.right().placeholders());
            case Or or -> joined(or.left().placeholders(), or.right().placeholders());
            case Not not -> not.inner().placeholders();
            case Compare compare ->
                joined(compare.left().placeholders(), compare.right().placeholders());
            case Holds _ -> List.of();
        };
    }

    private static List<Placeholder> joined(List<Placeholder> some, List<Placeholder> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** How two values are compared. */
    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** Says whether it asks which of two is the larger. */
        public boolean isOrder() {
            return this != EQUAL && this != NOT_EQUAL;
        }

        static Optional<Operator> of(String sign) {
            return Arrays.stream(values())
                    .filter(each -> each.sign.equals(sign))
                    .findFirst();
        }
    }

    /** A value in a comparison. */
    sealed interface Operand {
        /** A part of the answer: {@code body.lines[0].state}. */
        record Field(Root root, List<Key> path) implements Operand {
            public Field {
                path = List.copyOf(path);
            }
        }

        /** Text in quotes, which may hold placeholders. */
        record Text(Template template) implements Operand {}

        record Numeral(BigDecimal value) implements Operand {}

        record Truth(boolean value) implements Operand {}

        /** {@code null}: no value. */
        record Nothing() implements Operand {}

        default List<Placeholder> placeholders() {
            return this instanceof Text text ? text.template().placeholders() : List.of();
        }
    }

    /** One hop into an answer. */
    sealed interface Key {
        record Name(String name) implements Key {}

        /** Counted from 0. */
        record Index(int index) implements Key {}
    }

    /** What an answer consists of. */
    enum Root {
        /** The HTTP status. */
        STATUS,
        /** The JSON body of an HTTP answer. */
        BODY,
        /** The number that a query gives: of PromQL its one sample, of SQL the first column of the first row. */
        VALUE,
        /** The rows that an SQL statement gives; by themselves, how many. */
        ROWS
    }
}
