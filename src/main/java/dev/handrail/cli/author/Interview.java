package dev.handrail.cli.author;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Questions to whoever sits at the terminal. */
final class Interview {
    private final BufferedReader in;
    private final PrintWriter out;

    Interview(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /** Returns an answer that is not empty; the question is asked until there is one. Empty at the end of the input. */
    Optional<String> must(String question) throws IOException {
        for (var line = ask(question); line.isPresent(); line = ask(question)) {
            if (!line.get().isEmpty()) {
                return line;
            }
            out.println("  A few words are needed here.");
        }
        return Optional.empty();
    }

    /** Returns an answer, or what stands there instead. */
    String may(String question, String otherwise) throws IOException {
        return ask(question + "\n  (Enter: you write it later)")
                .filter(line -> !line.isEmpty())
                .orElse(otherwise);
    }

    /** Returns one of several, chosen by its number or its name; empty for none. */
    Optional<String> choose(String question, List<String> choices) throws IOException {
        if (choices.isEmpty()) {
            return ask(question + " (Enter: none)").filter(line -> !line.isEmpty());
        }
        out.println(question);
        for (var i = 0; i < choices.size(); i++) {
            out.println("  %2d  %s".formatted(i + 1, choices.get(i)));
        }
        for (var line = ask("Number or name (Enter: none)");
                line.isPresent();
                line = ask("Number or name (Enter: none)")) {
            var chosen = chosen(line.get(), choices);
            if (line.get().isEmpty() || chosen.isPresent()) {
                return chosen;
            }
            out.println("  Found '%s'; wanted one of the list.".formatted(line.get()));
        }
        return Optional.empty();
    }

    private static Optional<String> chosen(String line, List<String> choices) {
        if (line.matches("[0-9]{1,4}")) {
            var number = Integer.parseInt(line);
            return number >= 1 && number <= choices.size() ? Optional.of(choices.get(number - 1)) : Optional.empty();
        }
        return choices.stream().filter(line::equals).findFirst();
    }

    private Optional<String> ask(String question) throws IOException {
        out.println(question);
        out.print("> ");
        out.flush();
        return Optional.ofNullable(in.readLine()).map(String::strip);
    }
}
