package dev.handrail.page.book;

import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.platform.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of the pages outside Slack, for people. */
@Singleton
public final class SentPages {
    private final PageRepository pages;
    private final Transactions transactions;

    SentPages(PageRepository pages, Transactions transactions) {
        this.pages = pages;
        this.transactions = transactions;
    }

    /**
     * @param way how, and to where, without a secret
     * @param at when it was decided
     * @param isFailed whether it was given up
     */
    public record Line(IncidentId incident, String whom, String way, Instant at, String standing, boolean isFailed) {}

    /** Returns those of an incident, oldest first. */
    public List<Line> of(IncidentId id) {
        return transactions.read(
                () -> pages.of(id.value()).stream().map(SentPages::line).toList());
    }

    /** Returns the newest that were given up. */
    public List<Line> failed(int limit) {
        return transactions.read(
                () -> pages.failed(limit).stream().map(SentPages::line).toList());
    }

    /** Returns those that were to tell somebody of an incident that is open, and were given up. */
    public List<Line> undelivered() {
        return transactions.read(() -> pages.failedInOpen().stream()
                .filter(row -> PageBook.owed(row).act() == Act.TELL)
                .map(SentPages::line)
                .toList());
    }

    private static Line line(PageRepository.Row row) {
        var owed = PageBook.owed(row);
        return new Line(
                new IncidentId(row.incidentId()),
                owed.whom(),
                way(owed),
                owed.at(),
                standing(row),
                row.hasEnded(PageRepository.End.FAILED));
    }

    private static String way(Owed owed) {
        var what = switch (owed.act()) {
            case TELL -> owed.instead() ? "told in Slack's place" : "told";
            case ACKNOWLEDGE -> "word that somebody has it,";
            case RESOLVE -> "word that it is over,";
        };
        return what + " " + where(owed.contact());
    }

    private static String where(Contact contact) {
        return switch (contact) {
            case Contact.Email email -> "by e-mail to " + email.address();
            case Contact.PagerDuty service -> "by PagerDuty (" + service.key() + ")";
            case Contact.Webhook hook -> "by a webhook (" + hook.url() + ")";
            case Contact.SlackUser _, Contact.SlackGroup _, Contact.SlackChannel _ -> "in Slack";
        };
    }

    private static String standing(PageRepository.Row row) {
        var why = Optional.ofNullable(row.problem()).map(said -> ": " + said).orElse("");
        var tries = row.tries() > 1 ? " after " + row.tries() + " tries" : "";
        if (row.end() == null) {
            return row.tries() == 0 ? "about to be sent" : "being tried again" + why;
        }
        return switch (PageRepository.End.valueOf(row.end())) {
            case SENT -> "sent" + tries;
            case FAILED -> "not delivered" + tries + why;
            case OVERTAKEN -> "not needed any more" + why;
            case NOT_SET_UP -> "not sent" + why;
        };
    }
}
