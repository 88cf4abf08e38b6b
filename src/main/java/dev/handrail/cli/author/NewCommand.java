package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Nearest;
import dev.handrail.preview.Manuscript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handrail new}: the first draft of a runbook, from answers or from options. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the first draft of a runbook, which can be walked at once. Asks, where somebody sits there; never "
                    + "overwrites a file."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it is written", " 2:something is missing or unknown, or the file is there already"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail new                                          asks",
            "  handrail new --title 'Refunds not sent' --alert RefundBacklog --flow refunds --owner payments",
            "  handrail new --title 'Refunds not sent' --alert RefundBacklog --out runbooks/refunds.md --yes",
            ""
        })
public final class NewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(names = "--title", paramLabel = "WORDS", description = "what has gone wrong")
    private @Nullable String title;

    @Option(names = "--alert", paramLabel = "NAME", description = "the alertname of the alerts it is for")
    private @Nullable String alert;

    @Option(names = "--flow", paramLabel = "FLOW", description = "an entry of flows.yml")
    private @Nullable String flow;

    @Option(names = "--owner", paramLabel = "OWNER", description = "an entry of owners.yml")
    private @Nullable String owner;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the file (default: the title, in the library's folder)")
    private @Nullable Path out;

    @Option(
            names = {"-y", "--yes"},
            description = "ask nothing: what is not given is left to be written")
    private boolean yes;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() {
        try {
            var folder = folder();
            var catalogue = CatalogueReader.read(folder).catalogue();
            var draft = !yes && Terminal.isThere() ? asked(catalogue) : given(catalogue);
            var file = Optional.ofNullable(out).orElseGet(() -> folder.resolve(draft.slug() + ".md"));
            write(file, draft);
            say(file);
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new CannotStartException(
                    "'%s' is there already, and nothing is overwritten: choose another name with --out"
                            .formatted(e.getFile()),
                    e);
        } catch (IOException e) {
            throw new CannotStartException("Cannot write the draft: " + Reading.words(e), e);
        }
    }

    /** Returns the library that the file is for: the one that it is put into, or the one that is near. */
    private Path folder() {
        var near = Files.isDirectory(Path.of("runbooks")) ? Path.of("runbooks") : Path.of("");
        return Optional.ofNullable(out)
                .flatMap(file -> Manuscript.libraryOf(file.toAbsolutePath()))
                .orElse(near);
    }

    private FirstDraft given(Optional<Catalogue> catalogue) {
        if (title == null || title.isBlank() || alert == null || alert.isBlank()) {
            throw new CannotStartException("A draft needs at least --title and --alert where nobody can be asked. "
                    + "Found " + (title == null ? "no title" : "a title") + " and "
                    + (alert == null ? "no alert" : "an alert"));
        }
        return draft(title, alert, catalogue, FirstDraft.Content.OPEN);
    }

    private FirstDraft draft(String words, String name, Optional<Catalogue> catalogue, FirstDraft.Content content) {
        var line = words.strip().replaceAll("\\s+", " ");
        if (!line.matches(".*[A-Za-z0-9].*")) {
            throw new CannotStartException(
                    "'%s' is no title: wanted letters, of which the file is named".formatted(words));
        }
        return new FirstDraft(
                line,
                name.strip(),
                Optional.ofNullable(flow).map(id -> known(id, flows(catalogue), "flow")),
                Optional.ofNullable(owner).map(id -> known(id, owners(catalogue), "owner")),
                content);
    }

    /** Without owners.yml and flows.yml nobody knows better. */
    private static String known(String id, List<String> all, String what) {
        if (!all.isEmpty() && !all.contains(id)) {
            throw new CannotStartException("Found %s '%s'; wanted %s".formatted(what, id, Nearest.advice(id, all)));
        }
        return id;
    }

    private static List<String> flows(Optional<Catalogue> catalogue) {
        return catalogue
                .map(read -> read.flows().keySet().stream().sorted().toList())
                .orElse(List.of());
    }

    private static List<String> owners(Optional<Catalogue> catalogue) {
        return catalogue
                .map(read -> read.owners().keySet().stream()
                        .map(OwnerId::value)
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private FirstDraft asked(Optional<Catalogue> catalogue) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var interview = new Interview(in, spec.commandLine().getOut());
        title = title != null ? title : answer(interview.must("What has gone wrong, in a few words? It is the title."));
        alert = alert != null ? alert : answer(interview.must("What is the alert's name (its label alertname)?"));
        flow = flow != null
                ? flow
                : interview.choose("Which flow is it about?", flows(catalogue)).orElse(null);
        owner = owner != null
                ? owner
                : interview
                        .choose("Who is told when it is not the known failure?", owners(catalogue))
                        .orElse(null);
        var open = FirstDraft.Content.OPEN;
        var content = new FirstDraft.Content(
                interview.may("What does it mean?", open.meaning()),
                interview.may("What does one look at first, and what is good and what is bad?", open.check()),
                interview.may("What mends it?", open.fix()),
                interview.may("How does one see that it is over?", open.verify()),
                interview.may("When must the owner decide?", open.escalate()));
        return draft(answer(Optional.ofNullable(title)), answer(Optional.ofNullable(alert)), catalogue, content);
    }

    private static String answer(Optional<String> line) {
        return line.orElseThrow(() -> new CannotStartException("The answers ended early. Nothing is written."));
    }

    private void write(Path file, FirstDraft draft) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        Files.writeString(file, draft.text(today), StandardOpenOption.CREATE_NEW);
    }

    private void say(Path file) {
        var said = spec.commandLine().getOut();
        said.println("Wrote " + file + ", as a draft: alerts do not start it yet.");
        said.println("  handrail preview " + file + " --web   see it and walk it while you write");
        said.println("  handrail lint " + file + "            what is wrong with it");
        said.println("When it is good, set 'status: active'.");
    }
}
