package dev.handrail.simulator.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.interaction.Carrier;
import dev.handrail.simulator.interaction.Delivery;
import dev.handrail.simulator.interaction.Parcel;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All sockets of the app. Each thing goes over one of them, over each in turn; what is not acknowledged within 3 s is not
 * delivered.
 */
public final class Switchboard implements Carrier, AutoCloseable {
    private static final int MOST = 10;
    private static final Duration OF_TICKET = Duration.ofSeconds(30);
    private static final Duration WARNED_AHEAD = Duration.ofSeconds(10);

    private final CallLog log;
    private final InstantSource clock;
    private final Map<String, Instant> tickets = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private @Nullable SocketServer server;
    private boolean disabled;
    private int turn;
    private int opened;

    public Switchboard(CallLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Returns where the next socket may be opened; the first time, somebody begins to listen there. */
    public synchronized URI address() {
        if (disabled) {
            throw new Refusal("access_denied");
        }
        if (server == null) {
            server = SocketServer.start(this);
        }
        var ticket = UUID.randomUUID().toString();
        tickets.put(ticket, clock.instant().plus(OF_TICKET));
        return URI.create("ws://127.0.0.1:%d/link/?ticket=%s&app_id=A01LOCAL".formatted(server.port(), ticket));
    }

    /** Takes a ticket: it holds good once, and not for long. */
    synchronized boolean admits(String ticket) {
        return Optional.ofNullable(tickets.remove(ticket))
                .filter(until -> !disabled && clock.instant().isBefore(until))
                .isPresent();
    }

    synchronized void joined(Line line) {
        if (lines.size() >= MOST) {
            line.leave("too_many_websockets");
            return;
        }
        lines.add(line);
        line.begin(++opened, lines.size());
    }

    synchronized void left(Line line) {
        lines.remove(line);
    }

    /** Notes what the bot sent and should not have. */
    void problem(Line line, String what, String message) {
        log.add(JsonNodeFactory.instance
                .objectNode()
                .put("kind", "socket")
                .put("socket", line.number())
                .put("problem", what)
                .put("body", message));
    }

    @Override
    public Delivery carry(Parcel parcel) {
        for (var line = next(); line.isPresent(); line = next()) {
            var delivery = line.get().carry(parcel);
            if (delivery.isPresent()) {
                return delivery.get();
            }
        }
        return Delivery.unanswered(0, "has no socket open");
    }

    private synchronized Optional<Line> next() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(Math.floorMod(turn++, lines.size())));
    }

    /** Does to one socket, or to all of them, what Slack or the network does to sockets now and then. */
    public ObjectNode act(Arguments arguments) {
        var act = arguments.text("act").orElse("");
        var concerned = concerned(arguments);
        switch (act) {
            case "warn" -> concerned.forEach(line -> line.warn(ahead(arguments)));
            case "refresh" -> concerned.forEach(line -> line.leave("refresh_requested"));
            case "cut" -> concerned.forEach(Line::cut);
            case "mute" -> concerned.forEach(Line::mute);
            case "disable" -> disable(concerned);
            case "enable" -> enable();
            default -> throw new Refusal("unknown_act");
        }
        return report();
    }

    private synchronized List<Line> concerned(Arguments arguments) {
        var number = arguments.number("socket");
        return lines.stream()
                .filter(line -> number.isEmpty() || line.number() == number.getAsInt())
                .toList();
    }

    private static Duration ahead(Arguments arguments) {
        return arguments.number("millis").stream()
                .mapToObj(Duration::ofMillis)
                .findFirst()
                .orElse(WARNED_AHEAD);
    }

    private synchronized void disable(List<Line> concerned) {
        disabled = true;
        concerned.forEach(line -> line.leave("link_disabled"));
    }

    private synchronized void enable() {
        disabled = false;
    }

    /** Says which sockets are open, and how many there have been. */
    public synchronized ObjectNode report() {
        var report = JsonNodeFactory.instance
                .objectNode()
                .put("ok", true)
                .put("disabled", disabled)
                .put("opened", opened);
        var open = report.putArray("sockets");
        lines.forEach(line -> open.addObject().put("socket", line.number()).put("carried", line.carried()));
        return report;
    }

    /** Goes down with everything that is open, until somebody asks for an address again. */
    public void hangUp() {
        Optional<SocketServer> gone;
        List<Line> cut;
        synchronized (this) {
            gone = Optional.ofNullable(server);
            cut = List.copyOf(lines);
            server = null;
            tickets.clear();
        }
        cut.forEach(Line::cut);
        gone.ifPresent(SocketServer::close);
    }

    @Override
    public void close() {
        hangUp();
    }
}
