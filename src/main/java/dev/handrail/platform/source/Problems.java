package dev.handrail.platform.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** What is being found wrong while a file is read: reading goes on, so that its author hears of everything at once. */
public final class Problems {
    private static final Comparator<Problem> IN_FILE_ORDER = Comparator.<Problem, String>comparing(
                    problem -> problem.at().file())
            .thenComparingInt(problem -> problem.at().line())
            .thenComparingInt(problem -> problem.at().column());

    private final LinkedHashSet<Problem> found = new LinkedHashSet<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public void error(Position at, String rule, String what, String wanted) {
        add(Problem.error(at, rule, what, wanted));
    }

    public void warning(Position at, String rule, String what, String wanted) {
        add(Problem.warning(at, rule, what, wanted));
    }

    public int count() {
        return found.size();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** Returns the problems by file, line and column. */
    public List<Problem> sorted() {
        var sorted = new ArrayList<>(found);
        sorted.sort(IN_FILE_ORDER);
        return List.copyOf(sorted);
    }
}
