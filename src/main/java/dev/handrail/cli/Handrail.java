package dev.handrail.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry: {@code handrail COMMAND}. */
@Command(
        name = "handrail",
        mixinStandardHelpOptions = true,
        description = "Walks the on-call engineer through a runbook in Slack, and escalates to its named owner.")
public final class Handrail {
    private Handrail() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Handrail()).execute(arguments));
    }
}
