package dev.handrail.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail completion}: what makes a shell complete Handrail's commands. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that makes a shell complete Handrail's commands, options and files.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(handrail completion bash)                     for this shell; in ~/.bashrc for all",
            "  source <(handrail completion zsh)                      the same for zsh, in ~/.zshrc",
            ""
        })
final class CompletionCommand implements Callable<Integer> {
    private enum Shell {
        BASH,
        ZSH;

        /** Picocli shows it as people type it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "one of ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Shell shell;

    @Override
    public Integer call() {
        var script = AutoComplete.bash("handrail", spec.root().commandLine());
        var out = spec.commandLine().getOut();
        switch (shell) {
            case BASH -> {}
            case ZSH ->
                out.println("autoload -U +X compinit && compinit -u\nautoload -U +X bashcompinit && bashcompinit");
        }
        out.print(script);
        out.flush();
        return 0;
    }
}
