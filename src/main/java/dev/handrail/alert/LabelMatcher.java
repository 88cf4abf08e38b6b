package dev.handrail.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.re2j.Pattern;
import java.util.Map;

/**
 * One condition on a label, in Alertmanager's syntax: {@code name="value"}, {@code !=}, {@code =~}, {@code !~}. A label that is
 * absent has the empty value. Regular expressions are anchored at both ends and run in linear time (RE2).
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#matcher">Alertmanager: matchers</a>
 */
public record LabelMatcher(String label, Operator operator, String value) {
    /** How the label's value is compared. */
    public enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        MATCHES("=~"),
        NOT_MATCHES("!~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Throws {@link com.google.re2j.PatternSyntaxException} for a regular expression that RE2 does not take. */
    public LabelMatcher {
        if (operator == Operator.MATCHES || operator == Operator.NOT_MATCHES) {
            Pattern.compile(value);
        }
    }

    public boolean covers(Map<String, String> labels) {
        var actual = labels.getOrDefault(label, "");
        return switch (operator) {
            case EQUAL -> actual.equals(value);
            case NOT_EQUAL -> !actual.equals(value);
            case MATCHES -> Pattern.matches(value, actual);
            case NOT_MATCHES -> !Pattern.matches(value, actual);
        };
    }

    /** Says whether the matcher asks for something to be there; a negative one only excludes. */
    @JsonIgnore
    public boolean isPositive() {
        return operator == Operator.EQUAL || operator == Operator.MATCHES;
    }

    /** Returns the matcher as its author writes it: {@code flow="order-to-erp"}. */
    @Override
    public String toString() {
        return label + operator.sign() + "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
