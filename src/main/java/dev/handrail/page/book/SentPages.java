package dev.handrail.page.book;

import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.platform.Transactions;
import dev.handrail.run.IncidentView;
import dev.handrail.run.fact.Telling;
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

    /** Returns the view of an incident with what became of telling contacts outside Slack. */
    public IncidentView with(IncidentView view) {
        return view.tellsOutside() ? view.told(tellings(view.incident().id())) : view;
    }

    /** What went out in Slack's place is of another level's contacts; what nobody needs any more is nothing to speak of. */
    private List<Telling> tellings(IncidentId id) {
        return transactions.read(() -> pages.of(id.value()).stream()
                .filter(row -> !row.hasEnded(PageRepository.End.OVERTAKEN))
                .flatMap(row -> telling(row, PageBook.owed(row)).stream())
                .toList());
    }

    private static Optional<Telling> telling(PageRepository.Row row, Owed owed) {
        var position = row.pageKey().substring(0, row.pageKey().indexOf('/'));
        return owed.act() == Act.TELL && !owed.instead()
                ? Optional.of(new Telling(Long.parseLong(position), owed.contact(), stands(row), why(row)))
                : Optional.empty();
    }

    private static Telling.Standing stands(PageRepository.Row row) {
        if (row.end() == null) {
            return row.problem() == null ? Telling.Standing.UNDER_WAY : Telling.Standing.AGAIN;
        }
        return row.hasEnded(PageRepository.End.SENT) ? Telling.Standing.SENT : Telling.Standing.NOT_SENT;
    }

    private static String why(PageRepository.Row row) {
        return Optional.ofNullable(row.problem()).orElse("");
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
