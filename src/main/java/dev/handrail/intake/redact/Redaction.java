package dev.handrail.intake.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Takes secrets out of a body: what has a secret's name, what looks like one, card numbers, and e-mail addresses if so set. What
 * was redacted already stays as it is.
 */
public final class Redaction {
    private static final TextNode CARD = TextNode.valueOf(Pseudonyms.BARE);

    /** A number in JSON of 13 digits is an id or a time far more often than one of the cards that had so few. */
    private static final int FEWEST_DIGITS = 14;

    private final boolean email;
    private final Pseudonyms pseudonyms;

    /** @param email whether e-mail addresses are taken out too */
    public Redaction(boolean email, Pseudonyms pseudonyms) {
        this.email = email;
        this.pseudonyms = pseudonyms;
    }

    /** Changes {@code node} where it has parts, and returns it. */
    public JsonNode redact(JsonNode node) {
        return redact(node, false);
    }

    /** Returns a text without secrets. */
    public String redact(String text) {
        var marks = Marks.in(text);
        var result = text;
        if ((marks & Marks.SECRET) != 0) {
            result = SecretText.redact(result, pseudonyms);
        }
        if ((marks & Marks.DIGITS) != 0) {
            result = CardNumbers.redact(result);
        }
        return email && (marks & Marks.EMAIL) != 0 ? SecretText.redactEmail(result, pseudonyms) : result;
    }

    /** @param isId whether it is named as an id, which may look like a card's number */
    private JsonNode redact(JsonNode node, boolean isId) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array);
            case TextNode text -> isId && CardNumbers.isNumber(text.textValue()) ? text : text(text);
            default -> isId || !isCard(node) ? node : CARD;
        };
    }

    private ObjectNode object(ObjectNode object) {
        for (var field : object.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            var hidden = SecretNames.isSecret(name) && (value.isValueNode() || SecretNames.isCookies(name));
            field.setValue(hidden ? blank(value) : redact(value, SecretNames.isId(name)));
        }
        if (object.size() <= 4 && object.has("value") && namesSecret(object)) {
            object.set("value", blank(object.get("value")));
        }
        return object;
    }

    /** Headers are sent as {@code {"name": "Authorization", "value": "..."}}, too. */
    private static boolean namesSecret(ObjectNode object) {
        var name = object.has("name") ? object.get("name") : object.path("key");
        return name.isTextual() && SecretNames.isSecret(name.textValue());
    }

    /** And as {@code ["Authorization", "..."]}. */
    private ArrayNode array(ArrayNode array) {
        var pair = array.size() == 2 && array.get(0).isTextual();
        if (pair && SecretNames.isSecret(array.get(0).textValue())) {
            array.set(1, blank(array.get(1)));
            return array;
        }
        for (var i = 0; i < array.size(); i++) {
            array.set(i, redact(array.get(i), false));
        }
        return array;
    }

    private JsonNode text(TextNode text) {
        var before = text.textValue();
        var after = redact(before);
        return after.equals(before) ? text : TextNode.valueOf(after);
    }

    /** Returns the same shape with pseudonyms in it; truth and absence tell no secret. */
    private JsonNode blank(JsonNode node) {
        switch (node) {
            case ObjectNode object -> object.properties().forEach(field -> field.setValue(blank(field.getValue())));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, blank(array.get(i)));
                }
            }
            default -> {
                return node.isTextual() || node.isNumber() ? hidden(node.asText()) : node;
            }
        }
        return node;
    }

    private TextNode hidden(String secret) {
        return CardNumbers.isCard(secret) ? CARD : TextNode.valueOf(pseudonyms.of(secret));
    }

    private static boolean isCard(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return false;
        }
        var digits = node.asText();
        return digits.length() >= FEWEST_DIGITS && CardNumbers.isCard(digits);
    }
}
