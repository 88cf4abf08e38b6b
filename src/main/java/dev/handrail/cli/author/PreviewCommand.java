package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.platform.Json;
import dev.handrail.preview.Manuscript;
import dev.handrail.preview.SampleAlert;
import dev.handrail.preview.terminal.Booklet;
import dev.handrail.preview.terminal.Paper;
import dev.handrail.preview.web.PreviewServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail preview}: a runbook as those who walk it will see it. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a runbook as Slack would: its card, each step, the buttons and where they lead.",
            "With --web in a page, which follows every save and can be walked."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it is shown", " 1:the file has errors", " 2:the file cannot be read, or the port is in use"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail preview runbooks/order-export-stuck.md",
            "  handrail preview runbooks/order-export-stuck.md --label order_id=100482 --label region=eu",
            "  handrail preview runbooks/order-export-stuck.md --web --open",
            "  handrail preview runbooks/order-export-stuck.md --web --alert alert.json --port 8089",
            ""
        })
public final class PreviewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the runbook: any Markdown file")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path file;

    @Option(
            names = "--label",
            paramLabel = "NAME=VALUE",
            description = "a label of the alert that is pretended; any number of them")
    private Map<String, String> labels = new TreeMap<>();

    @Option(
            names = "--alert",
            paramLabel = "FILE",
            description = "a file with the alert: Alertmanager's webhook, one alert of it, or labels alone")
    private @Nullable Path alert;

    @Option(names = "--web", description = "open a page on this machine that follows every save")
    private boolean web;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "the page's port (default: one that is free)")
    private int port;

    @Option(names = "--open", description = "open the page in a browser, too")
    private boolean open;

    @Override
    public Integer call() throws InterruptedException {
        try {
            var manuscript = Manuscript.read(file);
            var sample = SampleAlert.like(manuscript).with(given()).with(labels);
            return web ? serve(sample) : print(manuscript, sample);
        } catch (IOException e) {
            throw new CannotStartException("Cannot preview: " + Reading.words(e), e);
        }
    }

    private SampleAlert given() throws IOException {
        if (alert == null) {
            return new SampleAlert(Map.of(), Map.of());
        }
        try {
            return SampleAlert.of(Json.tree(Files.readAllBytes(alert)));
        } catch (IllegalArgumentException e) {
            throw new CannotStartException("%s: %s".formatted(alert, e.getMessage()), e);
        }
    }

    private int print(Manuscript manuscript, SampleAlert sample) {
        var out = spec.commandLine().getOut();
        var paper = new Paper(Terminal.width(), Ansi.AUTO.enabled());
        Booklet.lines(manuscript, sample, paper, InstantSource.system().instant())
                .forEach(out::println);
        out.flush();
        return manuscript.isSound() ? 0 : 1;
    }

    private int serve(SampleAlert sample) throws IOException, InterruptedException {
        try (var server = PreviewServer.start(file, sample, port, InstantSource.system())) {
            var out = spec.commandLine().getOut();
            out.println("Previewing " + file + " at " + server.url());
            out.println("It follows every save. Ctrl-C ends it.");
            out.flush();
            if (open && !Browser.open(server.url())) {
                spec.commandLine().getErr().println("No browser could be opened: open the address yourself.");
            }
            Thread.currentThread().join();
            return 0;
        }
    }
}
