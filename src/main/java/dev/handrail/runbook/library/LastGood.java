package dev.handrail.runbook.library;

import dev.handrail.runbook.Runbook;
import java.util.Optional;

/** Where the text of each runbook is kept as it was when it last had no error. */
public interface LastGood {
    /** Returns the text of the file at {@code path} when it was last kept. */
    Optional<String> text(String path);

    /** Keeps the text; the same one again is no change. */
    void keep(Runbook runbook, String text);
}
