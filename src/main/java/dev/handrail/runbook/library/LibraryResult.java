package dev.handrail.runbook.library;

import dev.handrail.platform.source.Problem;
import java.util.List;

/** What came of reading a folder. */
public sealed interface LibraryResult {
    List<Problem> problems();

    /** A library, perhaps with problems in some of its files. */
    record Loaded(Library library) implements LibraryResult {
        @Override
        public List<Problem> problems() {
            return library.problems();
        }
    }

    /** No library: without owners.yml and flows.yml nobody could be told of anything. */
    record Refused(List<Problem> problems) implements LibraryResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
