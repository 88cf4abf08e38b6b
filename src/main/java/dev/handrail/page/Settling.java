package dev.handrail.page;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.book.Act;
import dev.handrail.page.book.PageBook;
import dev.handrail.page.book.PageRepository;
import dev.handrail.page.book.PageRepository.End;
import dev.handrail.page.book.PageRepository.Row;
import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import dev.handrail.run.desk.IncidentListener;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a page stands after a try, written down, so that Slack does not say for long that somebody was told who was not. */
@Singleton
final class Settling {
    private static final int DETAIL = 1000;

    private final PageRepository pages;
    private final Transactions transactions;
    private final InstantSource clock;
    private final BeanProvider<IncidentListener> listeners;

    Settling(
            PageRepository pages,
            Transactions transactions,
            InstantSource clock,
            BeanProvider<IncidentListener> listeners) {
        this.pages = pages;
        this.transactions = transactions;
        this.clock = clock;
        this.listeners = listeners;
    }

    void settle(Row row, End end, @Nullable String why) {
        var detail = why == null ? null : cut(why);
        write(row, end != End.OVERTAKEN, () -> pages.settle(row.number(), end.name(), detail));
    }

    void postpone(Row row, Instant until, String why) {
        var isNews = !Objects.equals(row.problem(), cut(why));
        write(row, isNews, () -> pages.postpone(row.number(), until, cut(why)));
    }

    /** The incident's row first, as whoever changes the incident takes them. */
    private void write(Row row, boolean isNews, Runnable change) {
        var isShown = isNews && PageBook.owed(row).act() == Act.TELL;
        transactions.run(() -> {
            if (isShown) {
                pages.soil(row.incidentId(), now());
            }
            change.run();
        });
        if (isShown) {
            listeners.forEach(listener -> listener.changed(new IncidentId(row.incidentId())));
        }
    }

    /** To the microsecond, which is what databases keep. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String cut(String text) {
        return Text.storable(text.substring(0, Math.min(text.length(), DETAIL)));
    }
}
