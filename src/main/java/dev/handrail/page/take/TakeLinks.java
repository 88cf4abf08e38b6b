package dev.handrail.page.take;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.book.Owed;
import dev.handrail.page.book.PageBook;
import dev.handrail.page.book.PageRepository;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.take.LinkRepository.Row;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Transactions;
import dev.handrail.platform.access.Secrets;
import dev.handrail.run.Command;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The links in mails by which a page is taken, once. A link is 256 random bits, of which only a hash is kept: nobody can make
 * one, not even from a copy of the database, and it needs no key that a restart or another replica would not have.
 */
@Singleton
public final class TakeLinks {
    /** What the path of a link begins with. */
    public static final String PATH = "/take/";

    private final LinkRepository links;
    private final PageRepository pages;
    private final RunService runs;
    private final Takers takers;
    private final Transactions transactions;
    private final PageSettings settings;
    private final InstantSource clock;

    TakeLinks(
            LinkRepository links,
            PageRepository pages,
            RunService runs,
            Takers takers,
            Transactions transactions,
            PageSettings settings,
            InstantSource clock) {
        this.links = links;
        this.pages = pages;
        this.runs = runs;
        this.takers = takers;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a link is good for. */
    public sealed interface Link {
        /** It takes the page of an incident. */
        record Open(IncidentId incident, Person by) implements Link {}

        /** It has been used. */
        record Used(IncidentId incident) implements Link {}

        /** Its time is over. */
        record Expired(IncidentId incident) implements Link {}

        /** We never made it. */
        record Forged() implements Link {}
    }

    /** What came of using a link. */
    public sealed interface Taken {
        /** What became of the wish to take the page. */
        record Asked(IncidentId incident, Person by, Handled handled) implements Taken {}

        /** The link is good for nothing. */
        record Useless(Link link) implements Taken {}
    }

    private static final class UsedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Returns the token of a new link to a page. */
    public String make(long page, Instant now) {
        var token = Secrets.random();
        var until = now.plus(settings.linkFor()).truncatedTo(ChronoUnit.MICROS);
        transactions.run(() -> links.save(new Row(Sha256.of(token), page, until, null)));
        return token;
    }

    /** Says what a link is good for, and changes nothing: programs that scan mail open links. */
    public Link look(String token) {
        return transactions
                .read(() -> links.findById(Sha256.of(token)).flatMap(this::link))
                .orElseGet(Link.Forged::new);
    }

    private Optional<Link> link(Row row) {
        return pages.findById(row.pageId()).map(page -> {
            var incident = new IncidentId(page.incidentId());
            if (row.usedAt() != null) {
                return new Link.Used(incident);
            }
            return clock.instant().isBefore(row.expiresAt())
                    ? new Link.Open(incident, by(PageBook.owed(page)))
                    : new Link.Expired(incident);
        });
    }

    /** Takes the page in the name of the contact that the link was sent to. */
    public Taken take(String token) {
        return switch (look(token)) {
            case Link.Open open -> take(token, open);
            case Link.Used used -> new Taken.Useless(used);
            case Link.Expired expired -> new Taken.Useless(expired);
            case Link.Forged forged -> new Taken.Useless(forged);
        };
    }

    private Taken take(String token, Link.Open open) {
        try {
            var wish = new Command.TakePage(open.by());
            return new Taken.Asked(open.incident(), open.by(), runs.handle(open.incident(), wish, () -> use(token)));
        } catch (UsedMeanwhileException _) {
            return new Taken.Useless(new Link.Used(open.incident()));
        }
    }

    /** In the transaction that takes the page: of two who press at once, one has it. */
    private void use(String token) {
        if (links.use(Sha256.of(token), clock.instant().truncatedTo(ChronoUnit.MICROS)) == 0) {
            throw new UsedMeanwhileException();
        }
    }

    private Person by(Owed owed) {
        if (owed.contact() instanceof Contact.Email mailbox) {
            return takers.of(mailbox);
        }
        throw new IllegalStateException(
                "a link to a page that went out " + owed.contact() + "; only mails carry links");
    }
}
