package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.lint.print.Format;
import dev.handrail.lint.print.GithubPrint;
import dev.handrail.lint.print.JsonPrint;
import dev.handrail.lint.print.Paint;
import dev.handrail.lint.print.SarifPrint;
import dev.handrail.lint.print.Shown;
import dev.handrail.lint.print.TextPrint;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.source.Nearest;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** What {@code handrail lint} prints; in colour only on a terminal, and not where NO_COLOR is set. */
final class LintPrinter {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final RuleBook book;

    LintPrinter(CommandLine command, RuleBook book) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.ansi = command.getColorScheme().ansi();
        this.book = book;
    }

    void report(Shown shown, Format format, boolean quiet) {
        switch (format) {
            case TEXT -> text(shown, quiet);
            case JSON -> out.println(new JsonPrint(book).print(shown));
            case SARIF -> out.println(new SarifPrint(book, version()).print(shown));
            case GITHUB -> new GithubPrint(book).print(shown).forEach(out::println);
        }
        out.flush();
    }

    private void text(Shown shown, boolean quiet) {
        var text = new TextPrint(book, paint());
        text.problems(shown).forEach(out::println);
        if (!quiet) {
            out.println(text.totals(shown.totals()));
        }
    }

    /** Says something that is no part of the report: beside it where programs read that. */
    void aside(String line, Format format) {
        (format == Format.TEXT ? out : err).println(line);
    }

    void rules() {
        var rules = book.all();
        var width = rules.stream().mapToInt(rule -> rule.name().length()).max().orElse(0);
        rules.forEach(rule ->
                out.println("%s  %-16s  %s".formatted(pad(rule.name(), width), rule.severity(), rule.why())));
        out.flush();
    }

    void explain(String name) {
        var rule = book.find(name)
                .orElseThrow(() -> new CannotStartException("There is no rule '" + name + "'. Wanted "
                        + Nearest.advice(name, book.names()) + "; handrail lint --rules lists all."));
        out.print(rule.page());
        out.flush();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String version() {
        var version = LintPrinter.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    private Paint paint() {
        return new Paint(in(Style.bold, Style.fg_red), in(Style.bold, Style.fg_yellow), in(Style.faint));
    }

    private UnaryOperator<String> in(IStyle... styles) {
        return text -> ansi.enabled() ? Style.on(styles) + text + Style.off(styles) : text;
    }
}
