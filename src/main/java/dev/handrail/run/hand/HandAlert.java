package dev.handrail.run.hand;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.platform.Text;
import dev.handrail.run.reception.Opening;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The alert of an incident that somebody begins because something fails: their own words, and nothing that they did not say. */
final class HandAlert {
    private static final int NAME = 150;

    private HandAlert() {}

    /** Returns one that no other alert is taken for. {@code name} is what its incident is called where no runbook is known. */
    static Alert of(String name, Map<String, String> labels, HandDesk.Cause cause, Instant now) {
        var key = UUID.randomUUID().toString();
        var all = new HashMap<String, String>();
        labels.forEach((label, value) -> all.put(label, Text.storable(value)));
        all.put(Alert.NAME_LABEL, shortened(Text.storable(name)));
        var annotations = new HashMap<String, String>();
        annotations.put("summary", Text.storable(cause.words()));
        cause.link().ifPresent(link -> annotations.put(Alert.LINK_ANNOTATION, link));
        return new Alert(
                Opening.BY_HAND,
                key,
                new Fingerprint(key),
                Alert.Status.FIRING,
                all,
                annotations,
                now,
                Optional.empty());
    }

    private static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1).strip() + "…";
    }
}
