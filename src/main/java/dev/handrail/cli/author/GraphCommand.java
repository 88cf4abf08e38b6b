package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.graph.Diagram;
import dev.handrail.graph.Mermaid;
import dev.handrail.graph.Svg;
import dev.handrail.platform.source.Problem;
import dev.handrail.preview.Manuscript;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail graph}: a runbook's walk as a diagram. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = {
            "Draws where each outcome of a runbook leads. Steps that nothing leads to, steps that lead to no end and "
                    + "circles without a limit are marked."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it is drawn", " 1:a file has errors", " 2:the file or folder cannot be read or written"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail graph runbooks/order-export-stuck.md                     Mermaid text, for GitHub and wikis",
            "  handrail graph runbooks/order-export-stuck.md --format svg -o order-export.svg",
            "  handrail graph --all runbooks --format svg -o all.svg             a library, and its jumps",
            ""
        })
public final class GraphCommand implements Callable<Integer> {
    private enum Format {
        MERMAID,
        SVG;

        /** Picocli shows it as people type it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the runbook; with --all the library's folder")
    private @Nullable Path path;

    @Option(names = "--all", description = "all runbooks of a folder, in one diagram (default: runbooks)")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // it has a default
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write to this file instead of the terminal")
    private @Nullable Path output;

    @Override
    public Integer call() {
        try {
            return all ? library(path == null ? Path.of("runbooks") : path) : one();
        } catch (IOException e) {
            throw new CannotStartException("Cannot draw: " + Reading.words(e), e);
        }
    }

    private int one() throws IOException {
        if (path == null) {
            throw new CannotStartException("Which runbook? Wanted a file, or --all for a whole library");
        }
        var manuscript = Manuscript.read(path);
        var errors = manuscript.problems().stream().filter(Problem::isError).toList();
        if (manuscript.runbook().isPresent()) {
            write(Diagram.of(manuscript.runbook().get()));
        }
        return report(errors);
    }

    private int library(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CannotStartException("'%s' is no folder; --all wants a library's folder".formatted(folder));
        }
        var survey = LibraryReader.survey(folder);
        List<Runbook> runbooks = survey.runbooks();
        if (runbooks.isEmpty()) {
            throw new CannotStartException("There is no runbook in '%s' that could be drawn".formatted(folder));
        }
        write(Diagram.of(runbooks));
        return report(survey.problems().stream().filter(Problem::isError).toList());
    }

    private int report(List<Problem> errors) {
        errors.forEach(problem -> spec.commandLine().getErr().println(problem));
        return errors.isEmpty() ? 0 : 1;
    }

    private void write(Diagram diagram) throws IOException {
        var text = switch (format) {
            case MERMAID -> Mermaid.of(diagram);
            case SVG -> Svg.of(diagram);
        };
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, text);
            spec.commandLine().getErr().println("Wrote " + output);
        }
    }
}
