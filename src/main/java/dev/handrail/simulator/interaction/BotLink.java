package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.api.Fault;
import dev.handrail.simulator.api.Faults;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to the bot, whatever carries it: everything is logged, and sent once, unless a fault is planned. */
public final class BotLink {
    private final Carrier carrier;
    private final Faults faults;
    private final CallLog log;
    private final InstantSource clock;

    /** What is held back until something that came after it has been sent. */
    private final AtomicReference<@Nullable Parcel> heldBack = new AtomicReference<>();

    public BotLink(Carrier carrier, Faults faults, CallLog log, InstantSource clock) {
        this.carrier = carrier;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    /** Sends an action or a modal's submission. */
    Delivery interaction(ObjectNode payload) {
        var parcel = new Parcel(
                Parcel.Kind.INTERACTION, payload.path("type").asText(), strange(payload), Map.of(), clock.instant());
        return planned(parcel, Faults.INTERACTION);
    }

    /** Sends a slash command. */
    Delivery command(ObjectNode fields) {
        fields.put("local_slack_unknown", "added at any time");
        var parcel = new Parcel(Parcel.Kind.COMMAND, "slash_command", fields, Map.of(), clock.instant());
        return planned(parcel, Faults.INTERACTION);
    }

    /** Sends an event; what is said of retries is empty the first time. */
    Delivery event(ObjectNode envelope, Map<String, String> retries) {
        var parcel = new Parcel(Parcel.Kind.EVENT, "event_callback", strange(envelope), retries, clock.instant());
        return planned(parcel, Faults.EVENT);
    }

    /** Adds fields that no documentation knows, at the top and below it: Slack adds some as it likes. */
    private static ObjectNode strange(ObjectNode payload) {
        var strange = payload.deepCopy();
        strange.forEach(BotLink::addUnknown);
        addUnknown(strange);
        return strange;
    }

    private static void addUnknown(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.putObject("local_slack_unknown").put("added", "at any time");
        } else if (node.isArray()) {
            node.forEach(BotLink::addUnknown);
        }
    }

    /** Sends something as a planned fault has it, or as it is. */
    private Delivery planned(Parcel parcel, String name) {
        var fault = faults.take(name);
        if (fault.filter(planned -> planned.kind() == Fault.Kind.OUT_OF_ORDER).isPresent()) {
            heldBack.set(parcel);
            return Delivery.answered(200, 0, "");
        }
        var delivery = fault.map(planned -> faulty(parcel, planned)).orElseGet(() -> send(parcel));
        Optional.ofNullable(heldBack.getAndSet(null)).ifPresent(this::send);
        return delivery;
    }

    private Delivery faulty(Parcel parcel, Fault fault) {
        return switch (fault.kind()) {
            case DUPLICATE -> first(send(parcel), () -> send(parcel));
            case CONCURRENT -> concurrently(parcel);
            case LATE, SLOW -> late(parcel, fault.delay());
            case DOWN, SILENT_AFTER -> Delivery.unanswered(0, "did not answer in time");
            case RATE_LIMITED, FAILS_BEFORE, FAILS_AFTER, REFUSED, OUT_OF_ORDER -> send(parcel);
        };
    }

    private static Delivery first(Delivery first, Supplier<Delivery> second) {
        var _ = second.get();
        return first;
    }

    private Delivery concurrently(Parcel parcel) {
        Executor threads = Thread::startVirtualThread;
        var other = CompletableFuture.supplyAsync(() -> send(parcel), threads);
        return first(send(parcel), other::join);
    }

    private Delivery late(Parcel parcel, Duration delay) {
        Faults.pause(delay);
        return send(parcel);
    }

    private Delivery send(Parcel parcel) {
        var delivery = carrier.carry(parcel);
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "interaction")
                .put("type", parcel.type())
                .put("body", parcel.body())
                .put("status", delivery.status())
                .put("millis", delivery.millis())
                .put("answer", delivery.body());
        delivery.problem().ifPresent(problem -> entry.put("problem", problem));
        entry.set("headers", Json.tree(Json.write(parcel.retries())));
        log.add(entry);
        return delivery;
    }
}
