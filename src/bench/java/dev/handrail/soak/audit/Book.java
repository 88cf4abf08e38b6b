package dev.handrail.soak.audit;

import dev.handrail.soak.sender.Report;
import dev.handrail.soak.sender.Sender;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What must be found: every mark that a taken delivery carried, and what was said of it last. */
public final class Book {
    /** What is known of one mark. */
    public record Entry(String source, boolean firing) {}

    private final Map<String, Entry> alerts = new ConcurrentHashMap<>();
    private final Map<String, Integer> untranslatable = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong told = new AtomicLong();

    public int nextNumber() {
        return numbers.incrementAndGet();
    }

    public void taken(Sender sender, Report report) {
        told.addAndGet(report.troubles().size());
        report.troubles().forEach(trouble -> alerts.put(trouble.mark(), new Entry(sender.source(), !report.over())));
    }

    /** Notes that something which nobody can translate was taken, after so many tries: each may have been kept. */
    public void untranslatable(String mark, int tries) {
        untranslatable.put(mark, tries);
    }

    public Map<String, Entry> alerts() {
        return Map.copyOf(alerts);
    }

    public Map<String, Integer> untranslatable() {
        return Map.copyOf(untranslatable);
    }

    /** Returns how many alerts were in all that was taken, repeats among them. */
    public long told() {
        return told.get();
    }

    public int marks() {
        return alerts.size();
    }
}
