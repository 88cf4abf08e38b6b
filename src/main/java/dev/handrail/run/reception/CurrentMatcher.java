package dev.handrail.run.reception;

import dev.handrail.match.Matcher;
import dev.handrail.runbook.library.Library;
import java.util.Optional;

/** The matcher of the library as it is now: made anew when the library has changed, not for each alert. */
final class CurrentMatcher {
    private record Made(Library library, Matcher matcher) {}

    private volatile Optional<Made> last = Optional.empty();

    /** Two threads may both make one for a new library; they are equal, and one of them stays. */
    @SuppressWarnings(
            "ReferenceEquality") // a library is replaced whole; comparing all its texts would cost what this saves
    Matcher of(Library library) {
        var made = last.filter(known -> known.library() == library)
                .orElseGet(() -> new Made(library, new Matcher(library.runbooks())));
        last = Optional.of(made);
        return made.matcher();
    }
}
