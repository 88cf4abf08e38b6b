package dev.handrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Every source file is as palantir-java-format writes it. A test, not a Maven plugin, because plugins run on Maven's own JVM,
 * which may be a Java 17 that cannot parse these sources. {@code ./mvnw test -Dtest=FormatTest -Dformat=write} rewrites them.
 */
class FormatTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void givenTheSources_whenFormatted_thenNothingChanges() throws IOException {
        var unformatted = new ArrayList<Path>();
        try (var files = Files.walk(Path.of("src"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                var formatted = formatted(file, source);
                if (formatted.equals(source)) {
                    continue;
                }
                if ("write".equals(System.getProperty("format"))) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(file);
                }
            }
        }
        assertThat(unformatted)
                .as("not formatted; run ./mvnw test -Dtest=FormatTest -Dformat=write")
                .isEmpty();
    }

    private static String formatted(Path file, String source) {
        try {
            var ordered = ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(ordered);
        } catch (FormatterException e) {
            throw new UncheckedIOException(new IOException(file + " cannot be parsed", e));
        }
    }
}
