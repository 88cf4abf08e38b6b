package dev.handrail.runbook.current;

import dev.handrail.runbook.library.LastGood;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;

/** The library of this process, from the folder that is configured unless another source is. */
@Factory
final class LibraryFactory {
    @Singleton
    @Requires(missingProperty = "handrail.runbooks-git")
    LibrarySource folder(@Value("${handrail.runbooks:./runbooks}") String folder, InstantSource clock) {
        return new FolderSource(Path.of(folder), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    CurrentLibrary library(LibrarySource source, LastGood lastGood) {
        return CurrentLibrary.open(source, lastGood);
    }

    @Singleton
    ApplicationEventListener<ServerStartupEvent> watch(CurrentLibrary library) {
        return _ -> library.watch();
    }
}
