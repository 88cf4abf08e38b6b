package dev.handrail.runbook.folder;

import dev.handrail.ownership.CatalogueRead;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Policy;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One look at a folder: every problem of every file, whatever else is wrong. */
public final class Surveyor {
    private static final Position OWNERS = new Position(CatalogueReader.OWNERS, 1, 1);
    private static final Position FLOWS = new Position(CatalogueReader.FLOWS, 1, 1);

    /** As many files as it takes for a second processor to be worth it. */
    private static final int MANY = 50;

    private final Path folder;
    private final Problems problems = new Problems();
    private final Map<String, String> texts = new TreeMap<>();

    public Surveyor(Path folder) {
        this.folder = folder;
        this.texts.putAll(new Texts(_ -> Optional.empty(), problems).read(folder));
    }

    /** @param paths the files that are looked at: the folder is not searched for others */
    public Surveyor(Path folder, Set<String> paths) {
        this.folder = folder;
        this.texts.putAll(new Texts(_ -> Optional.empty(), problems).read(folder, paths));
    }

    public Survey survey() {
        var files = parsed();
        files.forEach(file -> problems.addAll(file.problems()));
        var runbooks = Jumps.led(
                files.stream().flatMap(file -> file.runbooks().stream()).toList());
        var ownership = CatalogueReader.read(folder);
        ownership(ownership, runbooks);
        var mentions = files.stream().collect(Collectors.toMap(Parsed::path, Parsed::mentions));
        crossRules(new CrossRules(ownership.names(), mentions, this::isUnread), runbooks);
        new EqualRules(mentions, problems).check(runbooks);
        new LooseJumps(mentions, problems).check(runbooks);
        List.of(CatalogueReader.OWNERS, CatalogueReader.FLOWS).forEach(this::keepText);
        return new Survey(folder, ownership.catalogue(), runbooks, files, texts, problems.sorted());
    }

    /** Each file is read by itself, so many of them are read at once. */
    private List<Parsed> parsed() {
        var entries = List.copyOf(texts.entrySet());
        return (entries.size() < MANY ? entries.stream() : entries.parallelStream())
                .map(file -> RunbookParser.parse(file.getKey(), file.getValue()))
                .toList();
    }

    /** A file at fault, and one that was not to be looked at. */
    private boolean isUnread(String path) {
        return texts.containsKey(path) || (RunbookFiles.isRunbook(path) && exists(path));
    }

    private void crossRules(CrossRules rules, List<Runbook> runbooks) {
        var index = Index.of(runbooks);
        runbooks.forEach(runbook -> problems.addAll(rules.check(runbook, index)));
    }

    /** A collection that somebody wrote for another tool has neither file, and needs none before it is served. */
    private void ownership(CatalogueRead ownership, List<Runbook> runbooks) {
        ownership.problems().stream()
                .filter(problem -> !problem.rule().equals(CatalogueReader.MISSING))
                .forEach(problems::add);
        var noOwners = !exists(CatalogueReader.OWNERS);
        var noFlows = !exists(CatalogueReader.FLOWS);
        var ownerNamer = noFlows ? namer(runbooks, Policy::owner) : Optional.of(CatalogueReader.FLOWS);
        var flowNamer = namer(runbooks, Policy::flow);
        if (noOwners && noFlows && ownerNamer.isEmpty() && flowNamer.isEmpty()) {
            problems.warning(
                    OWNERS,
                    CatalogueReader.MISSING,
                    "neither owners.yml nor flows.yml",
                    "both beside the runbooks, before Handrail serves them: without owners nobody can be told");
        } else {
            missing(noOwners, OWNERS, ownerNamer);
            missing(noFlows, FLOWS, flowNamer);
        }
    }

    /** @param namer the first file that names what would stand in the missing one */
    private void missing(boolean isMissing, Position file, Optional<String> namer) {
        if (isMissing) {
            var severity = namer.isPresent() ? Problem.Severity.ERROR : Problem.Severity.WARNING;
            var found = "no " + file.file()
                    + namer.map(path -> ", where " + path + " names an entry").orElse("");
            problems.add(new Problem(file, severity, CatalogueReader.MISSING, found, "the file, beside the runbooks"));
        }
    }

    private static Optional<String> namer(List<Runbook> runbooks, Function<Policy, Optional<?>> named) {
        return runbooks.stream()
                .filter(runbook -> named.apply(runbook.policy()).isPresent())
                .map(Runbook::file)
                .findFirst();
    }

    /** For those who show the line at fault. */
    private void keepText(String name) {
        try {
            if (exists(name)) {
                texts.put(name, new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            problems.error(new Position(name, 1, 1), "unreadable-file", e.toString(), "a file that Handrail may read");
        }
    }

    private boolean exists(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }
}
