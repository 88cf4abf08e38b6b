package dev.handrail.page.trial;

import dev.handrail.alert.Severity;
import dev.handrail.page.send.Letter;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.take.ServiceKeys;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes what a test page says. It is as loud as the loudest: a quiet one would prove nothing. */
@Singleton
final class TrialLetters {
    private static final String NOTHING_IS_WRONG = "nothing is wrong, this is a test";

    private final ServiceKeys keys;
    private final CurrentLibrary library;
    private final String url;

    TrialLetters(ServiceKeys keys, CurrentLibrary library, PageSettings settings) {
        this.keys = keys;
        this.library = library;
        this.url = settings.publicUrl();
    }

    /** @param confirm the address that proves it has arrived */
    Letter test(Trial trial, String confirm) {
        return letter(trial, Letter.Kind.TEST, Optional.of(confirm));
    }

    /** Returns what ends what the test left in a service. */
    Letter over(Trial trial) {
        return letter(trial, Letter.Kind.RESOLVED, Optional.empty());
    }

    private Letter letter(Trial trial, Letter.Kind kind, Optional<String> confirm) {
        var name = trial.by().name();
        var about = new Letter.About(
                0,
                NOTHING_IS_WRONG + " that " + name + " asked for",
                Severity.CRITICAL,
                name,
                "",
                trial.sentAt(),
                url + "/");
        var zone = library.library().catalogue().people().values().stream()
                .filter(mate -> mate.contacts().contains(trial.contact()))
                .flatMap(mate -> mate.zone().stream())
                .findFirst()
                .orElse(ZoneOffset.UTC);
        var key = keys.trial(trial.id());
        return new Letter(key, key, kind, about, name, "you wrote /handrail test-page me", confirm, zone);
    }
}
