package dev.handrail.cli.source;

import dev.handrail.intake.mapping.BuiltIn;
import dev.handrail.intake.mapping.MappingReader;
import dev.handrail.intake.mapping.Translations;
import dev.handrail.intake.translate.Alertmanager;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handrail source list}: the senders that Handrail understands by itself. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists the senders that Handrail understands by itself: the name in their address, POST /v1/alerts/NAME, "
                        + "who they are, and where they document what they send.")
final class SourceListCommand implements Callable<Integer> {
    private static final String LINE = "%-18s%-34s%s";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        for (var source : Translations.builtIn().sources()) {
            out.println(line(source));
        }
        out.flush();
        return 0;
    }

    private static String line(String source) {
        return BuiltIn.text(source)
                .flatMap(text -> MappingReader.read(source, text).mapping())
                .map(mapping -> LINE.formatted(source, mapping.sender(), mapping.docs()))
                .orElseGet(() -> LINE.formatted(source, "Prometheus Alertmanager", Alertmanager.DOCS));
    }
}
