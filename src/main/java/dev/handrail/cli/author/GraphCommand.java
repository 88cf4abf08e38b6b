package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.graph.Diagram;
import dev.handrail.graph.Mermaid;
import dev.handrail.graph.Svg;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.parse.RunbookParser;
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

    @Parameters(paramLabel = "FILE", description = "the runbook")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path path;

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
            return draw(Files.readString(path));
        } catch (IOException e) {
            throw new CannotStartException("Cannot draw: " + Reading.words(e), e);
        }
    }

    private int draw(String text) throws IOException {
        var parsed = RunbookParser.parse(String.valueOf(path.getFileName()), text);
        if (parsed.runbook().isPresent()) {
            write(Diagram.of(parsed.runbook().get()));
        }
        return report(parsed.problems().stream().filter(Problem::isError).toList());
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
