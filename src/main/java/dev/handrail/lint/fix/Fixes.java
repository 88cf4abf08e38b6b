package dev.handrail.lint.fix;

import dev.handrail.platform.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Mends the text of one file, problem by problem. */
public final class Fixes {
    private final Function<String, List<Problem>> read;

    /** @param read what is wrong with a text of the file */
    public Fixes(Function<String, List<Problem>> read) {
        this.read = read;
    }

    /** A mended text, and what was done to it. */
    public record Mended(String text, List<Fix> fixes) {
        public Mended {
            fixes = List.copyOf(fixes);
        }
    }

    /** @param problems of the file as it is, also those that only a look at other files shows */
    public Mended mend(String text, List<Problem> problems) {
        var done = new ArrayList<Fix>();
        var mended = text;
        for (var problem : problems) {
            var fix = Fix.of(problem);
            if (fix.isPresent()) {
                var better = apply(fix.get(), mended);
                if (!better.equals(mended) && isNoWorse(mended, better)) {
                    mended = better;
                    done.add(fix.get());
                }
            }
        }
        return new Mended(mended, done);
    }

    /** Line ends stay as they are: nothing but the word changes. */
    private static String apply(Fix fix, String text) {
        var start = 0;
        for (var line = 1; line < fix.at().line(); line++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return text;
            }
        }
        var from = start;
        var end = text.indexOf('\n', from);
        var line = text.substring(from, end < 0 ? text.length() : end);
        return fix.applyTo(line)
                .map(mended -> text.substring(0, from) + mended + (end < 0 ? "" : text.substring(end)))
                .orElse(text);
    }

    private boolean isNoWorse(String before, String after) {
        return said(before).containsAll(said(after));
    }

    /** Without columns, which a longer word moves. */
    private Set<String> said(String text) {
        var said = new HashSet<String>();
        read.apply(text)
                .forEach(problem -> said.add(problem.rule() + " " + problem.at().line() + " " + problem.found()));
        return said;
    }
}
