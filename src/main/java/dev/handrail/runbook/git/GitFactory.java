package dev.handrail.runbook.git;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Puts the repository in the folder's place where one is configured. */
@Factory
final class GitFactory {
    @Singleton
    @Requires(property = "handrail.runbooks-git")
    GitSource source(Environment environment, InstantSource clock) {
        var reader = SettingsReader.of(environment);
        var settings = GitSettings.read(reader).orElseThrow();
        reader.check();
        return new GitSource(settings, clock);
    }

    @Singleton
    @Requires(bean = GitSource.class)
    Histories history(GitSource source) {
        var history = Optional.of(source.history());
        return () -> history;
    }

    /** A folder may well lie in a work tree that somebody pulls. */
    @Singleton
    @Requires(missingBeans = GitSource.class)
    Histories folderHistory(@Value("${handrail.runbooks:./runbooks}") String folder) {
        return Histories.around(Path.of(folder));
    }
}
