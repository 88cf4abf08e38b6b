package dev.handrail.runbook.current;

import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.library.LastGood;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps the last good revision of each file in the database, so that a restart with a broken file loses nothing. */
@Singleton
final class StoredLastGood implements LastGood {
    private final RevisionRepository revisions;
    private final Transactions transactions;
    private final InstantSource clock;

    StoredLastGood(RevisionRepository revisions, Transactions transactions, InstantSource clock) {
        this.revisions = revisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<String> text(String path) {
        return transactions.read(() -> revisions.findById(path).map(RevisionRepository.Row::text));
    }

    @Override
    public void keep(String path, String text) {
        var row = new RevisionRepository.Row(path, Revision.of(text).value(), Text.storable(text), clock.instant());
        transactions.run(
                () -> revisions.findById(path).ifPresentOrElse(kept -> replace(kept, row), () -> revisions.save(row)));
    }

    private void replace(RevisionRepository.Row kept, RevisionRepository.Row row) {
        if (!kept.revision().equals(row.revision())) {
            revisions.update(row);
        }
    }
}
