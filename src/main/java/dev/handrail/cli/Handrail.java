package dev.handrail.cli;

import dev.handrail.cli.author.DraftCommand;
import dev.handrail.cli.author.DrillCommand;
import dev.handrail.cli.author.GraphCommand;
import dev.handrail.cli.author.LintCommand;
import dev.handrail.cli.author.MatchCommand;
import dev.handrail.cli.author.NewCommand;
import dev.handrail.cli.author.PreviewCommand;
import dev.handrail.cli.doctor.DoctorCommand;
import dev.handrail.cli.source.SourceCommand;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's entry: {@code handrail COMMAND}. */
@Command(
        name = "handrail",
        mixinStandardHelpOptions = true,
        versionProvider = Handrail.Version.class,
        description = "Walks the on-call engineer through a runbook in Slack, and escalates to its named owner.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            ManifestCommand.class,
            WordsCommand.class,
            NewCommand.class,
            PreviewCommand.class,
            GraphCommand.class,
            LintCommand.class,
            MatchCommand.class,
            CompletionCommand.class,
            WarmUpCommand.class,
            DrillCommand.class,
            DraftCommand.class,
            SchemaCommand.class,
            SourceCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:it did what it was asked",
            " 1:it ran, and something is wrong",
            " 2:it could not begin: a wrong argument or setting, a port or a database in use"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail demo                      a drill on this machine, with a Slack of its own",
            "  handrail serve                     run for real, configured by HANDRAIL_... and SLACK_...",
            "  handrail doctor                    say what is wrong with this installation",
            "  handrail verify                    prove that no timeline was changed",
            "  handrail match alertname=DiskFull  which runbook an alert would get, and why",
            "  handrail slack-manifest URL        print what Slack needs to make the app",
            "  handrail new                       write the first draft of a runbook",
            "  handrail preview FILE --web        see and walk a runbook while you write it",
            "  handrail graph FILE                draw where each outcome of a runbook leads",
            "  handrail lint                      say everything that is wrong in the runbooks",
            "  handrail drill RUNBOOK             walk a runbook in a running Handrail, paging nobody",
            "  handrail draft INCIDENT            print the runbook that comes of an unknown failure",
            "  handrail source list               who may send alerts, and what becomes of a payload",
            "  handrail schema                    print what editors need to know of runbooks",
            ""
        })
public final class Handrail implements Runnable {
    /** It ran, and something is wrong. */
    static final int FAILED = 1;

    /** It could not begin. */
    static final int REFUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    private Handrail() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Handrail())
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Refusals());
    }

    @Override
    public void run() {
        var commands = spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name)
                .collect(Collectors.joining(", "));
        throw new ParameterException(spec.commandLine(), "Which command? Wanted one of " + commands);
    }

    static String version() {
        var version = Handrail.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    /** Says {@code handrail 0.1.0}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"handrail " + version()};
        }
    }
}
