package dev.handrail.cli.source;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code handrail source}: the ways in for alerts. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the senders that Handrail understands, prints how one of them is understood, and shows what becomes of a "
                    + "payload.",
            "A sender that is not among them needs one file, a mapping, which says in JSONata expressions what is where in "
                    + "its JSON. Begin with 'handrail source show NAME', and try it with 'handrail source test'."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SourceListCommand.class,
            SourceShowCommand.class,
            SourceTestCommand.class,
            SourceSecretCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail source list",
            "  handrail source show pingdom > shop-monitor.yml",
            "  handrail source test shop-monitor.yml payload.json",
            "  handrail source secret shop-monitor",
            ""
        })
public final class SourceCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Wanted one of list, show, test, secret");
    }
}
