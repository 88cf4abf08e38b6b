package dev.handrail.ownership;

import dev.handrail.ownership.maintenance.MaintenanceWindow;
import dev.handrail.platform.source.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A stream of business records from one system to another.
 *
 * @param id the key in flows.yml, and the value of the label {@code flow}
 * @param name what people call it
 * @param channel the Slack channel where its incidents are walked, {@code #name} or {@code C...}
 * @param owner who answers for it when no runbook is known
 * @param failureModes how it is known to fail, also where no runbook says yet what to do
 */
public record Flow(
        String id,
        String name,
        String channel,
        OwnerId owner,
        Exchange exchange,
        Business business,
        List<FailureMode> failureModes,
        Alerting alerting) {

    public Flow {
        failureModes = List.copyOf(failureModes);
    }

    /** Says whether a system is one of its two ends. */
    public boolean touches(String system) {
        return system.equals(exchange.source()) || system.equals(exchange.target());
    }

    /**
     * What comes of its alerts.
     *
     * @param shadow whether everything is decided and recorded and nobody is told: how a team tries Handrail beside what it has
     * @param maintenance when they are recorded and start nothing
     */
    public record Alerting(boolean shadow, List<MaintenanceWindow> maintenance) {
        public static final Alerting USUAL = new Alerting(false, List.of());

        public Alerting {
            maintenance = List.copyOf(maintenance);
        }
    }

    /**
     * How the records of a flow pass between its two systems, in its team's words; what nobody has written is empty.
     *
     * @param pattern batch, webhook, queue, call..., and how often
     * @param why why it is that pattern and no other
     * @param contract what makes a record safe to send twice
     * @param identifiers what joins a record of the source with that of the target
     * @param latency how late a record may be, and what that is measured by
     */
    public record Exchange(
            String source,
            String target,
            String pattern,
            String why,
            String contract,
            List<String> identifiers,
            String latency) {

        public Exchange {
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * What a flow is worth to those whom it serves.
     *
     * @param businessUnit the department that feels it when the flow fails; empty where nobody has written it
     * @param unit what is counted: an order, a refund; empty where nobody has written it
     */
    public record Business(String businessUnit, String unit, Optional<Value> value) {}

    /**
     * The usual load, to tell how much waits when the flow stands still.
     *
     * @param perHour units in a usual hour
     * @param each the money that one unit stands for
     * @param currency of {@code each}, by ISO 4217
     */
    public record Value(int perHour, BigDecimal each, String currency) {}

    /**
     * A way in which a flow is known to fail.
     *
     * @param alert the name of the alert that reports it; empty while nothing measures it
     * @param runbook the file, relative to the library, that says what to do; empty while nobody has written it
     * @param at where flows.yml says so: the runbook, where one is named
     */
    public record FailureMode(String name, Optional<String> alert, Optional<String> runbook, Position at) {}
}
