package dev.handrail.runbook.library;

import dev.handrail.ownership.CatalogueRead;
import dev.handrail.ownership.CatalogueReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The owners and flows of a folder as they were when owners.yml and flows.yml were last without errors: kept and used together. */
final class KeptCatalogue {
    private static final List<String> FILES = List.of(CatalogueReader.OWNERS, CatalogueReader.FLOWS);

    private final Path folder;
    private final LastGood lastGood;

    KeptCatalogue(Path folder, LastGood lastGood) {
        this.folder = folder;
        this.lastGood = lastGood;
    }

    /** Returns what was just read, which is then kept, or what was kept where it is at fault; as it is if nothing ever was good. */
    CatalogueRead of(CatalogueRead now) {
        if (now.catalogue().isPresent()) {
            FILES.forEach(name -> lastGood.keep(name, text(folder.resolve(name))));
            return now;
        }
        return lastGood.text(CatalogueReader.OWNERS)
                .flatMap(owners ->
                        lastGood.text(CatalogueReader.FLOWS).map(flows -> CatalogueReader.read(owners, flows)))
                .filter(kept -> kept.catalogue().isPresent())
                .orElse(now);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
