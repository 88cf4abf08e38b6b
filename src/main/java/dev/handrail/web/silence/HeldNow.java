package dev.handrail.web.silence;

import dev.handrail.alert.Silence;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.ownership.Flow;
import dev.handrail.run.silence.Hold;
import java.util.List;

/** The alerts that are held now, by what holds them. */
record HeldNow(List<KeptAlert> alerts) {
    /** Enough to see what is held; a storm under a silence is not read whole for one page. */
    static final int LIMIT = 1_000;

    HeldNow {
        alerts = List.copyOf(alerts);
    }

    int by(Silence silence) {
        return count(Hold.bySilence(silence));
    }

    int by(Flow flow) {
        return count(Hold.byWindow(flow));
    }

    private int count(String holder) {
        return (int) alerts.stream()
                .filter(alert -> alert.report().why().startsWith(holder + " until "))
                .count();
    }
}
