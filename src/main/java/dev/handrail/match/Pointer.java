package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.runbook.Runbook;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label or annotation in which an alert says which runbook is for it: an id, a path, or the address of a page.
 *
 * @param key its name, for instance {@code runbook_url}
 */
record Pointer(String key, String value) {
    private static final List<String> KEYS = List.of("runbook_id", "runbook", "runbook_url");

    /** Returns those of an alert, the most exact kind first. */
    static List<Pointer> of(Alert alert) {
        var pointers = new ArrayList<Pointer>(2);
        for (var key : KEYS) {
            add(key, alert.annotations().get(key), pointers);
            add(key, alert.labels().get(key), pointers);
        }
        return pointers;
    }

    private static void add(String key, @Nullable String value, List<Pointer> pointers) {
        if (value == null || value.isBlank()) {
            return;
        }
        var pointer = new Pointer(key, value.strip());
        if (!pointers.contains(pointer)) {
            pointers.add(pointer);
        }
    }

    /** Returns the runbooks that it names: one, unless one's id is another's path. */
    List<Runbook> find(Names names) {
        var exact = names.exactly(value);
        if (!exact.isEmpty()) {
            return exact;
        }
        var section = names.endOf(decoded(withoutQuery(value) + fragment(value)));
        return section.isEmpty() ? ofFile(names) : section;
    }

    /** An address must end in all of a runbook's path or id; a word alone may be its file's name. */
    private List<Runbook> ofFile(Names names) {
        var address = decoded(withoutQuery(value));
        var found = new LinkedHashSet<>(names.endOf(address));
        if (!address.contains("/")) {
            found.addAll(names.withStem(address));
        }
        return List.copyOf(found);
    }

    private static String fragment(String address) {
        var at = address.indexOf('#');
        return at < 0 ? "" : address.substring(at);
    }

    private static String withoutQuery(String address) {
        return address.split("[?#]", 2)[0];
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /** Returns the pointer for people: {@code runbook_url "https://wiki.example/orders"}. */
    @Override
    public String toString() {
        return key + " \"" + (value.length() <= 120 ? value : value.substring(0, 119) + "…") + "\"";
    }
}
