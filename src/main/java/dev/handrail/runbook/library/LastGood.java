package dev.handrail.runbook.library;

import java.util.Optional;

/** Where the text of each file of the library is kept as it was when it last had no error. */
public interface LastGood {
    /** Returns the text of the file at {@code path} when it was last kept. */
    Optional<String> text(String path);

    /** Keeps the text of the file at {@code path}; the same one again is no change. */
    void keep(String path, String text);
}
