package dev.handrail.cli;

import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail schema}: what editors need to know of the files that authors write. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a JSON Schema (draft 2020-12), for editors that complete keys and underline what is wrong.",
            "Without a name it lists them. A running Handrail serves the same under /schemas/NAME.json."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  handrail schema", "  handrail schema owners > owners.schema.json", ""})
final class SchemaCommand implements Callable<Integer> {
    /** What there is a schema of. Each is a file under {@code schemas} in the resources. */
    enum Name {
        FRONT_MATTER,
        FENCE,
        OWNERS,
        FLOWS,
        SYSTEMS,
        SOURCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "one of ${COMPLETION-CANDIDATES}")
    private @Nullable Name name;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (name == null) {
            for (var each : Name.values()) {
                out.println("%-14s%s".formatted(each, title(each)));
            }
        } else {
            out.print(text(name));
        }
        out.flush();
        return 0;
    }

    private static String title(Name name) {
        return Json.tree(text(name)).path("title").asText();
    }

    private static String text(Name name) {
        try (InputStream stream = SchemaCommand.class.getResourceAsStream("/schemas/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("the installation is not whole: schemas/" + name + ".json is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read schemas/" + name + ".json", e);
        }
    }
}
