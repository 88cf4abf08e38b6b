package dev.handrail.slack;

import dev.handrail.slack.GoldenPayloads.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Slack's own TypeScript types, and their compiler: a second opinion on what Handrail sends, by people who did not read
 * Handrail's table of limits. An unknown field is an error, because each payload is compiled as a literal.
 */
final class SlackTypes {
    private static final Path LOCKED = Path.of("src/test/slack-types");
    private static final Path FOLDER = Path.of("target/slack-types");
    /** A line that begins with a place, and the lines below it that say more. */
    private static final Pattern PROBLEM =
            Pattern.compile("(?m)^golden\\.ts\\((\\d+),\\d+\\): error (.*(?:\\R\\s.*)*)");

    private SlackTypes() {}

    /** Whether Node and its package manager are on this machine. */
    static boolean canBeHad() {
        return onPath("node") && onPath("npm");
    }

    private static boolean onPath(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Brings the locked versions from the registry, or from npm's cache. Returns what went wrong; empty if they are there. */
    static String install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var lock = Files.readString(LOCKED.resolve("package-lock.json"));
        var installed = FOLDER.resolve("package-lock.json");
        if (Files.exists(FOLDER.resolve("node_modules/typescript/lib/tsc.js"))
                && Files.exists(installed)
                && Files.readString(installed).equals(lock)) {
            return "";
        }
        Files.writeString(FOLDER.resolve("package.json"), Files.readString(LOCKED.resolve("package.json")));
        Files.writeString(installed, lock);
        var npm = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        return npm.status() == 0 ? "" : npm.output();
    }

    /** Returns what the compiler says against the payloads: each with the name of the payload, in one run for all. */
    static List<String> problems(List<Payload> payloads) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        var names = new ArrayList<String>();
        add(lines, names, "", "import type { HomeView, KnownBlock, ModalView } from '@slack/types';");
        for (var payload : payloads) {
            var type = switch (payload.kind()) {
                case MESSAGE -> "{ text: string; blocks: KnownBlock[] }";
                case MODAL -> "ModalView";
                case HOME -> "HomeView";
            };
            var source = "export const payload" + names.size() + ": " + type + " = "
                    + payload.json().toPrettyString() + ";";
            add(lines, names, payload.name(), source);
        }
        Files.writeString(FOLDER.resolve("golden.ts"), String.join("\n", lines));
        Files.writeString(FOLDER.resolve("tsconfig.json"), Files.readString(LOCKED.resolve("tsconfig.json")));
        var compiler = run("node", "node_modules/typescript/lib/tsc.js", "--project", ".");
        var problems = PROBLEM.matcher(compiler.output())
                .results()
                .map(found -> names.get(Integer.parseInt(found.group(1)) - 1) + ": "
                        + found.group(2).strip())
                .toList();
        if (compiler.status() != 0 && problems.isEmpty()) {
            throw new IllegalStateException("the compiler failed: " + compiler.output());
        }
        return problems;
    }

    /** Notes for each line whose it is, so that the compiler's line numbers can be told as names. */
    private static void add(List<String> lines, List<String> names, String name, String source) {
        source.lines().forEach(line -> {
            lines.add(line);
            names.add(name);
        });
    }

    private record Ended(int status, String output) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        var log = Files.createTempFile("slack-types", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                return new Ended(1, "no end after 3 min: " + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }
}
