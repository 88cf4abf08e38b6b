package dev.handrail.intake.settings;

import dev.handrail.intake.door.Network;
import dev.handrail.intake.door.Proxies;
import dev.handrail.intake.door.Rate;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.mapping.Translations;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.sns.Sns;
import dev.handrail.platform.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How alerts come in.
 *
 * @param sources every source, the built-in ones included
 * @param keep how long what is over is kept
 */
public record IntakeSettings(List<Source> sources, Proxies proxies, Keep keep) {
    private static final String FOLDER = "handrail.sources";
    private static final Path BESIDE = Path.of("sources");
    private static final Rate GENEROUS = new Rate(50_000, Duration.ofSeconds(1));
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final int SMALLEST_BODY = 1_000;
    private static final int LARGEST_BODY = 9_999_999;

    /**
     * How long what is over is kept.
     *
     * @param payloads where their source says nothing else
     * @param asked what people asked in Slack, once it is done
     * @param alerts those that started nothing
     */
    public record Keep(Duration payloads, Duration asked, Duration alerts) {
        private static Keep read(SettingsReader settings) {
            return new Keep(
                    settings.duration("handrail.payloads.keep.for", A_MONTH),
                    settings.duration("handrail.inbox.keep.for", A_WEEK),
                    settings.duration("handrail.alerts.keep.for", A_MONTH));
        }
    }

    public IntakeSettings {
        sources = List.copyOf(sources);
    }

    /** Notes every problem with what is set, and opens nothing. */
    public static void check(SettingsReader settings) {
        read(settings, Sns.by(IntakeSettings::unread)::signature);
    }

    private static byte[] unread(URI address) throws IOException {
        throw new IOException("nothing is read at %s to check settings".formatted(address));
    }

    /** @param sns makes the proof that SNS sent a message, given the topics that may */
    public static IntakeSettings read(SettingsReader settings, Function<Set<String>, Proof> sns) {
        settings.integer("handrail.body.limit", LARGEST_BODY, SMALLEST_BODY); // the server reads it by itself
        var keep = Keep.read(settings);
        var defaults = new SourceReader.Defaults(rate(settings), keep.payloads(), withoutEmail(settings));
        var folder = new SourceFolder(settings, defaults, sns);
        var sources = folder(settings).map(folder::read).orElseGet(() -> folder.builtIn(Translations.builtIn()));
        return new IntakeSettings(sources, proxies(settings), keep);
    }

    private static Optional<Path> folder(SettingsReader settings) {
        if (settings.text(FOLDER).isEmpty()) {
            return Optional.of(BESIDE).filter(Files::isDirectory);
        }
        var folder = settings.path(FOLDER, BESIDE);
        if (!Files.isDirectory(folder)) {
            settings.report(
                    FOLDER, "'" + folder + "', which is no folder", "the folder that holds your sources' files");
            return Optional.empty();
        }
        return Optional.of(folder);
    }

    private static Rate rate(SettingsReader settings) {
        var name = "handrail.alert.limit";
        var text = settings.text(name);
        var rate = text.flatMap(Rate::parse);
        if (text.isPresent() && rate.isEmpty()) {
            settings.report(name, "'" + text.get() + "'", Rate.WANTED);
        }
        return rate.orElse(GENEROUS);
    }

    private static boolean withoutEmail(SettingsReader settings) {
        var name = "handrail.redact";
        var text = settings.text(name);
        text.filter(word -> !word.equals("email"))
                .ifPresent(word -> settings.report(name, "'" + word + "'", "'email', or nothing"));
        return text.isPresent();
    }

    private static Proxies proxies(SettingsReader settings) {
        var name = "handrail.proxies";
        var parts = settings.text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
        parts.stream()
                .filter(part -> Network.parse(part).isEmpty())
                .forEach(part -> settings.report(name, "'" + part + "'", Network.WANTED + ", divided by commas"));
        return new Proxies(
                parts.stream().map(Network::parse).flatMap(Optional::stream).toList());
    }
}
