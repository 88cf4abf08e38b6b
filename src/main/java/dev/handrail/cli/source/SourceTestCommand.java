package dev.handrail.cli.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.intake.mapping.BuiltIn;
import dev.handrail.intake.mapping.MappingReader;
import dev.handrail.intake.mapping.Translations;
import dev.handrail.intake.translate.Sent;
import dev.handrail.intake.translate.Translation;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail source test}: what becomes of a payload. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a mapping makes of a payload: the alerts with their status, labels and fingerprint, what was not "
                    + "mapped (it is kept as annotations), and what is wrong, by its path in the JSON.",
            "Nothing is sent anywhere. Secrets are not taken out of the payload, as a running Handrail does."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:everything in the payload is an alert, or known to be none",
            " 1:the mapping has errors, or something in the payload could not be translated",
            " 2:it could not begin: a wrong argument, or a file that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail source test shop-monitor.yml payload.json",
            "  handrail source test stripe event.json --json",
            "  handrail source test shopify order.json --header X-Shopify-Topic=orders/create",
            "  curl -s https://status.example/alert | handrail source test shop-monitor.yml -",
            ""
        })
final class SourceTestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "MAPPING", description = "a mapping's file, or the name of a sender that is built in")
    @SuppressWarnings("NullAway.Init") // it is required
    private String mapping;

    @Parameters(paramLabel = "PAYLOAD", description = "a file with the body that is sent; '-' for standard input")
    @SuppressWarnings("NullAway.Init") // it is required
    private String payload;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "a header that is sent with it; may be repeated")
    private Map<String, String> headers = Map.of();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var translation = translation();
        if (translation.isEmpty()) {
            return 1;
        }
        var small = new HashMap<String, String>();
        headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        var sent = new Sent(body(), small, InstantSource.system().instant());
        var translated = translation.get().translate(sent);
        var out = spec.commandLine().getOut();
        out.println(json ? TranslatedJson.of(translated) : TranslatedText.of(translated));
        out.flush();
        return translated.problems().isEmpty() ? 0 : 1;
    }

    /** Empty, and the problems are said, if the mapping has errors. */
    private Optional<Translation> translation() {
        var file = Path.of(mapping);
        var builtIn = Translations.builtIn();
        if (!Files.exists(file) && builtIn.sources().contains(mapping)) {
            return builtIn.named(mapping);
        }
        var reading = MappingReader.read(mapping, text(mapping, "the mapping"));
        reading.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
        return reading.mapping().map(found -> found);
    }

    /** What is not JSON is text, as SNS may send it. */
    private JsonNode body() {
        var text = text(payload, "the payload");
        try {
            return Json.tree(text);
        } catch (IllegalArgumentException e) {
            if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
                throw new CannotStartException("Cannot read the payload: " + e.getMessage(), e);
            }
            return TextNode.valueOf(text);
        }
    }

    private static String text(String file, String what) {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            var names = Nearest.to(file, BuiltIn.MAPPED)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
            throw new CannotStartException("Cannot read %s: there is no file '%s'%s".formatted(what, file, names), e);
        } catch (IOException e) {
            throw new CannotStartException("Cannot read %s '%s': %s".formatted(what, file, e.getMessage()), e);
        }
    }
}
