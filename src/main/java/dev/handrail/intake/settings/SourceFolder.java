package dev.handrail.intake.settings;

import dev.handrail.intake.door.Source;
import dev.handrail.intake.mapping.Translations;
import dev.handrail.intake.proof.Proof;
import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folder that holds one file for each source that is set up: {@code grafana.yml} is {@code /v1/alerts/grafana}. */
final class SourceFolder {
    private final SettingsReader settings;
    private final SourceReader.Defaults defaults;
    private final Function<Set<String>, Proof> sns;

    SourceFolder(SettingsReader settings, SourceReader.Defaults defaults, Function<Set<String>, Proof> sns) {
        this.settings = settings;
        this.defaults = defaults;
        this.sns = sns;
    }

    /** Returns the built-in sources, as they are where no file says anything of them. */
    List<Source> builtIn(Translations translations) {
        return translations.sources().stream()
                .map(name ->
                        defaults.source(name, name, translations.named(name).orElseThrow()))
                .toList();
    }

    /** Returns the built-in sources and those of the files; problems go to the settings. */
    List<Source> read(Path folder) {
        var sources = new TreeMap<String, Source>();
        builtIn(Translations.builtIn()).forEach(source -> sources.put(source.name(), source));
        for (var file : files(folder)) {
            source(folder, file).ifPresent(source -> sources.put(source.name(), source));
        }
        return new ArrayList<>(sources.values());
    }

    private List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            settings.report("handrail.sources", "a folder that cannot be listed: " + e.getMessage(), "one that can");
            return List.of();
        }
    }

    private Optional<Source> source(Path folder, Path file) {
        var problems = new Problems();
        var read = text(file).flatMap(text -> {
            var name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            var secrets = new SecretPlaces(settings, folder, problems);
            return Yaml.readMap(Excerpt.whole(file.toString(), text), problems)
                    .flatMap(map -> new SourceReader(defaults, new ProofReader(secrets, problems, sns), problems)
                            .read(name, map));
        });
        problems.sorted().stream().map(SourceFolder::problem).forEach(settings::report);
        return read.filter(_ -> !problems.hasErrors());
    }

    private Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            settings.report(new SettingProblem(
                    file.toString(), "a file that cannot be read: " + e.getMessage(), "a text file in UTF-8"));
            return Optional.empty();
        }
    }

    private static SettingProblem problem(Problem problem) {
        return new SettingProblem(problem.at().toString(), problem.found(), problem.wanted());
    }
}
