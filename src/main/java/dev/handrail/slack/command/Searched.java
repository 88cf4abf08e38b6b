package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.match.text.Suggestion;
import dev.handrail.match.text.TextIndex;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import dev.handrail.slack.SlackSettings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of the active runbooks, searched as if an alert said the words. Indexed anew when the library has changed. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Searched {
    /** Below this, a runbook has no more than a common word with what is looked for. */
    private static final double LEAST = 0.05;

    private static final int FEW = 3;

    private final CurrentLibrary libraries;
    private volatile Optional<Indexed> last = Optional.empty();

    Searched(CurrentLibrary libraries) {
        this.libraries = libraries;
    }

    private record Indexed(Library library, TextIndex texts) {}

    /** Returns at most three runbooks, the likeliest first. */
    public List<Suggestion> by(String words) {
        return by(words, FEW);
    }

    /** Returns at most as many runbooks as are wanted, the likeliest first. */
    public List<Suggestion> by(String words, int most) {
        var library = libraries.library();
        var exact = library.byId(words.strip()).filter(library.active()::contains);
        return exact.isPresent()
                ? List.of(new Suggestion(exact.get(), 1, say("commands.search.exact")))
                : index(library).nearest(saying(words), most).stream()
                        .filter(found -> found.confidence() >= LEAST)
                        .toList();
    }

    /** Returns the active runbooks, by title. */
    public List<Runbook> active() {
        return libraries.library().active();
    }

    @SuppressWarnings("ReferenceEquality") // a library is replaced whole
    private TextIndex index(Library library) {
        var indexed = last.filter(known -> known.library() == library)
                .orElseGet(() -> new Indexed(library, new TextIndex(library.active())));
        last = Optional.of(indexed);
        return indexed.texts();
    }

    private static Alert saying(String words) {
        return new Alert(
                "search",
                "search",
                new Fingerprint("search"),
                Alert.Status.FIRING,
                Map.of(),
                Map.of("summary", words),
                Instant.EPOCH,
                Optional.empty());
    }
}
