package dev.handrail.slack.words;

import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.platform.source.Nearest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sentences that an organisation puts in the place of ours, from a file of properties in UTF-8. What could not be said is
 * refused when Handrail starts, all of it at once: nobody finds it out at night.
 */
public final class OwnWords {
    private static final String SETTING = "handrail.slack.words";
    private static final List<String> TITLES = List.of(".title", ".submit", ".close", ".cancel", ".stay");
    private static final int TITLE = 24;
    private static final int BUTTON = 75;
    private static final int SENTENCE = 600;

    private final SettingsReader settings;
    private final Path file;

    private OwnWords(SettingsReader settings, Path file) {
        this.settings = settings;
        this.file = file;
    }

    /** Returns what is said; what is wrong with the file that the setting names is in {@code settings} then. */
    public static Wording read(SettingsReader settings) {
        return settings.text(SETTING).isEmpty()
                ? Wording.OURS
                : new OwnWords(settings, settings.path(SETTING, Path.of(""))).wording();
    }

    /** Returns what is wrong with a file, as the start would say it. */
    public static List<SettingProblem> problems(Path file) {
        var settings = new SettingsReader(name -> Optional.of(file.toString()).filter(_ -> name.equals(SETTING)));
        read(settings);
        return settings.problems();
    }

    private Wording wording() {
        var own = new TreeMap<String, Sentence>();
        properties().forEach((key, text) -> own.put(String.valueOf(key), new Sentence(String.valueOf(text))));
        own.forEach(this::check);
        return Wording.OURS.with(own);
    }

    private Properties properties() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            report(
                    "the path '%s', where there is no file".formatted(file),
                    "a file of properties, a sentence for each key");
        } catch (CharacterCodingException e) {
            report("%s, which is not UTF-8".formatted(file), "a file of properties in UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            report(
                    "%s, which cannot be read: %s".formatted(file, e.getMessage()),
                    "a file of properties that Handrail may read");
        }
        return properties;
    }

    private void check(String key, Sentence own) {
        var ours = Wording.OURS.replacedBy(key);
        if (ours.isEmpty()) {
            var advice = Nearest.advice(key, Wording.OURS.sentences().keySet());
            report(
                    "the key '%s' in %s, which Handrail never says".formatted(key, file),
                    "one of its own, perhaps " + advice);
            return;
        }
        fault(key, own, ours.get())
                .ifPresent(fault ->
                        report("%s = %s in %s: %s".formatted(key, own.text(), file, fault), wanted(key, ours.get())));
    }

    private static Optional<String> fault(String key, Sentence own, Sentence ours) {
        if (own.fault().isPresent()) {
            return own.fault();
        }
        if (own.text().contains("<")) {
            return Optional.of("a <");
        }
        if (own.text().length() > room(key)) {
            return Optional.of("%d characters".formatted(own.text().length()));
        }
        var fits = Wording.isForOne(key)
                ? ours.parts().containsAll(own.parts())
                : ours.parts().equals(own.parts());
        return fits ? Optional.empty() : Optional.of(own.parts().isEmpty() ? "no place" : places(own));
    }

    /** Slack reads what stands behind a {@code <} as a mention or a link: those come from what happened, not from words. */
    private static String wanted(String key, Sentence ours) {
        var parts = ours.parts().isEmpty() ? "words without a place" : "words with " + places(ours);
        return "%s, at most %d characters and no <, as in ours: %s"
                .formatted(Wording.isForOne(key) ? parts + " or fewer" : parts, room(key), ours.text());
    }

    /** Returns how many characters Slack has room for. What is longer it would cut, or refuse with all that stands around it. */
    private static int room(String key) {
        if (key.startsWith("buttons.") || key.endsWith(".button")) {
            return BUTTON;
        }
        return key.startsWith("forms.") && TITLES.stream().anyMatch(key::endsWith) ? TITLE : SENTENCE;
    }

    private static String places(Sentence sentence) {
        return sentence.parts().stream().map("%%%d$s"::formatted).collect(Collectors.joining(" "));
    }

    private void report(String found, String wanted) {
        settings.report(new SettingProblem(SettingsReader.variable(SETTING), found, wanted));
    }
}
