package dev.handrail.simulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.slack.SlackLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The modals that are open, each person's newest last, and the Home tabs. */
public final class Views {
    private final Map<String, OpenView> byId = new LinkedHashMap<>();
    private final Changes changes;

    Views(Changes changes) {
        this.changes = changes;
    }

    public synchronized List<OpenView> all() {
        return List.copyOf(byId.values());
    }

    public synchronized Optional<OpenView> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<OpenView> byExternalId(String id) {
        return byId.values().stream()
                .filter(view -> view.externalId().map(id::equals).orElse(false))
                .findFirst();
    }

    /** Opens a modal; a person has one stack of them, so older ones are closed. */
    public synchronized OpenView open(String user, ObjectNode view) {
        clear(user);
        return put(new OpenView(newId(), user, Optional.empty(), hash(), view));
    }

    public synchronized Optional<OpenView> home(String user) {
        return byId.values().stream()
                .filter(view -> view.isHome() && view.user().equals(user))
                .findFirst();
    }

    /** Shows a person's Home tab in place of the one before; it keeps its id. */
    public synchronized OpenView publish(String user, ObjectNode view) {
        var id = home(user).map(OpenView::id).orElseGet(Views::newId);
        return put(new OpenView(id, user, Optional.empty(), hash(), view));
    }

    /** Puts a modal on top of another. */
    public synchronized OpenView push(OpenView below, ObjectNode view) {
        if (byId.values().stream()
                        .filter(open -> open.user().equals(below.user()) && !open.isHome())
                        .count()
                >= SlackLimits.VIEW_STACK) {
            throw new Refusal("push_limit_reached");
        }
        return put(new OpenView(newId(), below.user(), Optional.of(below.id()), hash(), view));
    }

    public synchronized OpenView update(OpenView old, ObjectNode view) {
        if (!byId.containsKey(old.id())) {
            throw new Refusal("not_found");
        }
        return put(new OpenView(old.id(), old.user(), old.previous(), hash(), view));
    }

    public synchronized void close(OpenView view) {
        byId.remove(view.id());
        changes.next();
    }

    /** Closes all of a person's modals. */
    public synchronized void clear(String user) {
        byId.values().removeIf(view -> view.user().equals(user) && !view.isHome());
        changes.next();
    }

    private OpenView put(OpenView view) {
        byId.put(view.id(), view);
        changes.next();
        return view;
    }

    private static String newId() {
        return "V"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
    }

    private static String hash() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    synchronized void restore(List<OpenView> views) {
        byId.clear();
        views.forEach(view -> byId.put(view.id(), view));
    }
}
