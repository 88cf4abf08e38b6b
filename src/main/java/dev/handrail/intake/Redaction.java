package dev.handrail.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Pattern;

/** Takes secrets out of what a sender sent, before anything is made of it. */
final class Redaction {
    static final String REDACTED = "[redacted]";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(authorization|passw(or)?d|secret|api[-_]?key|access[-_]?key|token|credentials?)$");

    /** A bearer or basic credential, the password in an address, and the keys of providers that mark theirs. */
    private static final Pattern SECRET_TEXT =
            Pattern.compile("(?i)authorization[\"']?\\s*[:=]\\s*[\"']?(?:bearer|basic|token)?\\s*[A-Za-z0-9._~+/=-]{8,}"
                    + "|\\b(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]*[0-9_][A-Za-z0-9._~+/=-]{15,}"
                    + "|://[^/\\s:@]+:[^/\\s@]+@|\\b(?:xox[abprs]-|sk_live_|rk_live_|ghp_|AKIA)[A-Za-z0-9-]{8,}");

    private Redaction() {}

    /** Changes {@code node}, and returns it. */
    static JsonNode redact(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                object.properties()
                        .forEach(field -> field.setValue(
                                SECRET_NAME.matcher(field.getKey()).find()
                                                && field.getValue().isValueNode()
                                        ? TextNode.valueOf(REDACTED)
                                        : redact(field.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, redact(array.get(i)));
                }
                yield array;
            }
            case TextNode text -> TextNode.valueOf(redact(text.textValue()));
            default -> node;
        };
    }

    private static String redact(String text) {
        return SECRET_TEXT.matcher(text).replaceAll(REDACTED);
    }
}
