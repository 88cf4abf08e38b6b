package dev.handrail.runbook.library;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The library of this process, from the folder that is configured. */
@Factory
final class LibraryFactory {
    /** Throws {@link LibraryRefusedException} when nobody could be told of anything. */
    @Singleton
    @Bean(preDestroy = "close")
    CurrentLibrary library(@Value("${handrail.runbooks:./runbooks}") String folder, LastGood lastGood) {
        var path = Path.of(folder);
        return switch (LibraryReader.read(path, lastGood)) {
            case LibraryResult.Loaded loaded -> new CurrentLibrary(path, lastGood, loaded.library());
            case LibraryResult.Refused refused -> throw new LibraryRefusedException(path, refused.problems());
        };
    }

    @Singleton
    ApplicationEventListener<ServerStartupEvent> watch(CurrentLibrary library) {
        return _ -> library.watch();
    }
}
