package dev.handrail.simulator.api;

import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.wire.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What is to go wrong next, and how it does. */
public final class Faults {
    /** Stands for what is sent to the bot, where a Web API method would. */
    public static final String INTERACTION = "interaction";

    /** Stands for what the bot is told of, and did not ask for. */
    public static final String EVENT = "event";

    private final List<Fault> planned = new ArrayList<>();

    public synchronized void plan(Fault fault) {
        planned.add(fault);
    }

    public synchronized void clear() {
        planned.clear();
    }

    /** Takes the next fault of a method; each is used as often as it was planned for. */
    public synchronized Optional<Fault> take(String method) {
        for (var i = 0; i < planned.size(); i++) {
            var fault = planned.get(i);
            if (fault.covers(method)) {
                planned.remove(i);
                if (fault.times() > 1) {
                    planned.add(i, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Answers a call, or lets it fail as planned. */
    Reply around(String method, Supplier<Reply> call) {
        return take(method).map(fault -> failing(fault, call)).orElseGet(call);
    }

    private static Reply failing(Fault fault, Supplier<Reply> call) {
        return switch (fault.kind()) {
            case RATE_LIMITED -> Answers.rateLimited(fault.delay());
            case FAILS_BEFORE -> Reply.text(500, "");
            case FAILS_AFTER -> after(call, Reply.text(500, ""));
            case SILENT_AFTER -> after(call, silence(fault.delay()));
            case SLOW -> slow(fault.delay(), call);
            case DOWN -> new Reply.Cut();
            case REFUSED -> Answers.refused(new Refusal(fault.error().orElse("internal_error")));
            case DUPLICATE, CONCURRENT, LATE, OUT_OF_ORDER -> call.get();
        };
    }

    private static Reply after(Supplier<Reply> call, Supplier<Reply> answer) {
        var _ = call.get();
        return answer.get();
    }

    private static Reply after(Supplier<Reply> call, Reply answer) {
        return after(call, () -> answer);
    }

    private static Supplier<Reply> silence(Duration wait) {
        return () -> {
            pause(wait);
            return new Reply.Cut();
        };
    }

    private static Reply slow(Duration wait, Supplier<Reply> call) {
        pause(wait);
        return call.get();
    }

    /** Waits in real time, whatever the workspace's clock says; ends at once when the thread is interrupted. */
    public static void pause(Duration wait) {
        var end = System.nanoTime() + wait.toNanos();
        var left = wait.toNanos();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }

    /** Returns how many faults of each method are still to come. */
    public synchronized Map<String, Integer> left() {
        var left = new TreeMap<String, Integer>();
        planned.forEach(fault -> left.merge(fault.method(), fault.times(), Integer::sum));
        return left;
    }
}
