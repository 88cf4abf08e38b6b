package dev.handrail.cli.source;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.intake.mapping.BuiltIn;
import dev.handrail.intake.translate.Alertmanager;
import dev.handrail.platform.source.Nearest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail source show}: a mapping that is built in, as a start for one's own. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Prints the mapping of a sender that Handrail understands by itself: to read what it takes as what, or as "
                        + "a start for one's own.",
        footerHeading = "%nExamples:%n",
        footer = {"  handrail source show stripe", "  handrail source show pingdom > shop-monitor.yml", ""})
final class SourceShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "one that 'handrail source list' lists")
    @SuppressWarnings("NullAway.Init") // it is required
    private String name;

    @Override
    public Integer call() {
        if (name.equals(Alertmanager.SOURCE)) {
            throw new CannotStartException("'alertmanager' is written in Java, for speed, and has no mapping to show");
        }
        var text = BuiltIn.text(name)
                .orElseThrow(() -> new CannotStartException("There is no built-in mapping '%s'; wanted %s"
                        .formatted(name, Nearest.advice(name, BuiltIn.MAPPED))));
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
