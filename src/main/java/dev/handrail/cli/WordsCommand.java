package dev.handrail.cli;

import dev.handrail.slack.words.OwnWords;
import dev.handrail.slack.words.Wording;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail slack-words}: what Handrail says in Slack, to begin one's own from, and whether that can be said. */
@Command(
        name = "slack-words",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every sentence that Handrail says in Slack, by its key: what you begin a file of your own from.",
            "With a file, says what is wrong with it, as the start does for the one that HANDRAIL_SLACK_WORDS names."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  handrail slack-words > words.properties", "  handrail slack-words words.properties", ""})
final class WordsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "sentences of your own")
    private @Nullable Path file;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (file == null) {
            out.print(Wording.files());
            out.flush();
            return 0;
        }
        var problems = OwnWords.problems(file);
        problems.forEach(out::println);
        if (problems.isEmpty()) {
            out.println(file + ": everything in it can be said");
        }
        out.flush();
        return problems.isEmpty() ? 0 : 1;
    }
}
