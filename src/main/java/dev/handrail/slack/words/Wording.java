package dev.handrail.slack.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What Handrail says in Slack: a sentence for each key. Ours are in {@code slack/words}, a file for each thing that people look
 * at, named by the first word of its keys; an organisation may put its own in their place.
 *
 * <p>There is one wording for the whole process, chosen once, before anything is rendered. It is as much a part of the renderers
 * as their layout is: they stay functions of what they show, and nobody hands it from room to room.
 *
 * <p>Of a number that can be one, there are two sentences: {@code notices.files.one} is said where the first part is 1,
 * and {@code notices.files} otherwise.
 */
public final class Wording {
    private static final String FOLDER = "/slack/words/";
    private static final List<String> FILES = List.of(
            "actors",
            "buttons",
            "card",
            "commands",
            "forms",
            "home",
            "names",
            "notices",
            "pages",
            "replies",
            "sofar",
            "standing",
            "steps",
            "talk",
            "thread");
    private static final String ONE = ".one";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** Handrail's own. */
    public static final Wording OURS = new Wording(read());

    private static volatile Wording spoken = OURS;

    private final Map<String, Sentence> sentences;

    private Wording(Map<String, Sentence> sentences) {
        this.sentences = Map.copyOf(sentences);
    }

    /** Returns plain text: for a button, a title, a menu, where Slack formats nothing. */
    public static String say(String key, Object... parts) {
        var shown = new Object[parts.length];
        for (var i = 0; i < parts.length; i++) {
            shown[i] = parts[i] instanceof Instant at ? clock(at) : parts[i];
        }
        return sentence(key, parts).formatted(shown);
    }

    /** Returns the sentence of {@code key}, with its places still empty: the one for these parts. */
    public static String sentence(String key, Object... parts) {
        return spoken.of(key, parts);
    }

    /** Returns the time of day in UTC, and says so, behind the day if it is another: for where Slack formats nothing. */
    public static String clock(Instant at) {
        return (SaidAt.isOtherDay(at) ? DAY_AND_CLOCK : CLOCK).format(at);
    }

    /** Makes this what is said from now on. */
    public void begin() {
        spoken = this;
    }

    /** Returns this wording with others in the place of some of its sentences. */
    Wording with(Map<String, Sentence> others) {
        var all = new HashMap<>(sentences);
        all.putAll(others);
        return new Wording(all);
    }

    Map<String, Sentence> sentences() {
        return sentences;
    }

    /** Returns the sentence that one of that key takes the place of; for {@code .one}, also where we make no difference. */
    Optional<Sentence> replacedBy(String key) {
        return Optional.ofNullable(
                sentences.get(key.endsWith(ONE) ? key.substring(0, key.length() - ONE.length()) : key));
    }

    /** Says whether a sentence is for the number one, which it need not show. */
    static boolean isForOne(String key) {
        return key.endsWith(ONE);
    }

    String of(String key, Object... parts) {
        var one = isOne(parts) ? sentences.get(key + ONE) : null;
        var sentence = one == null ? sentences.get(key) : one;
        if (sentence == null) {
            throw new IllegalArgumentException("%s has no sentence '%s'".formatted(FOLDER, key));
        }
        return sentence.text();
    }

    private static boolean isOne(Object[] parts) {
        return parts.length > 0 && parts[0] instanceof Number number && number.longValue() == 1;
    }

    /** Returns all of ours as they stand in their files: what an organisation begins its own from. */
    public static String files() {
        return FILES.stream().map(Wording::file).collect(Collectors.joining("\n"));
    }

    private static String file(String name) {
        var path = FOLDER + name + ".properties";
        try (var stream = Wording.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the installation is not whole: %s is missing".formatted(path));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static Map<String, Sentence> read() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(files()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER, e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, key -> new Sentence(properties.getProperty(key))));
    }
}
