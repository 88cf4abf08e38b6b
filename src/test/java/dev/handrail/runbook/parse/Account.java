package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.layout.SectionName;
import dev.handrail.runbook.markdown.Title;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where each piece of a file went: into the text of one step or section, into a title, an outcome or a retry.
 *
 * @param pieces of the file
 * @param lost those that are nowhere
 * @param doubled those that stand in more places than they were written in
 */
record Account(int pieces, List<Piece> lost, List<Piece> doubled) {
    static Account of(String text, Parsed parsed) {
        var pieces = Piece.of(withoutFrontMatter(text));
        var shown = new ArrayList<>(parsed.runbooks().stream()
                .flatMap(Account::texts)
                .flatMap(each -> Piece.of(each).stream())
                .toList());
        var left = pieces.stream().filter(piece -> !shown.remove(piece)).toList();
        var elsewhere = new Elsewhere(parsed.runbooks());
        var lost = left.stream().filter(piece -> !elsewhere.has(piece)).toList();
        var doubled = shown.stream()
                .filter(piece -> piece.kind() != Piece.Kind.DEFINITION)
                .filter(_ -> parsed.runbooks().size() == 1
                        && !isAllOneStep(parsed.runbooks().getFirst()))
                .toList();
        return new Account(pieces.size(), lost, doubled);
    }

    private static String withoutFrontMatter(String text) {
        return text.startsWith("---\n") ? text.substring(text.indexOf("\n---", 3) + 4) : text;
    }

    /** A file that says nothing but what its failure is has one step all the same, which holds everything. */
    private static boolean isAllOneStep(Runbook runbook) {
        var steps = runbook.walk().steps();
        var context = context(runbook)
                .flatMap(text -> Piece.of(text).stream())
                .filter(piece -> piece.kind() != Piece.Kind.HEADING)
                .toList();
        return steps.size() == 1 && new HashSet<>(Piece.of(steps.getFirst().text())).containsAll(context);
    }

    private static Stream<String> texts(Runbook runbook) {
        return Stream.concat(context(runbook), runbook.walk().steps().stream().map(Step::text));
    }

    private static Stream<String> context(Runbook runbook) {
        var sections = runbook.sections();
        return Stream.of(
                sections.meaning(), sections.impact(), sections.causes(), sections.escalation(), sections.references());
    }

    /** What is left once each place has said what it holds: each title, outcome and retry holds its pieces once. */
    private static final class Elsewhere {
        private final List<String> titles;
        private final List<Outcome> outcomes;
        private final List<Outcome> links;
        private final List<Retry> retries;

        Elsewhere(List<Runbook> runbooks) {
            var steps = runbooks.stream()
                    .flatMap(runbook -> runbook.walk().steps().stream())
                    .toList();
            this.titles = new ArrayList<>(Stream.concat(
                            runbooks.stream().map(Runbook::title),
                            steps.stream().map(Step::title))
                    .toList());
            this.outcomes = new ArrayList<>(
                    steps.stream().flatMap(step -> step.outcomes().stream()).toList());
            this.links = new ArrayList<>(outcomes);
            this.retries = new ArrayList<>(
                    steps.stream().flatMap(step -> step.retry().stream()).toList());
        }

        boolean has(Piece piece) {
            return switch (piece.kind()) {
                case HEADING -> isSectionName(piece.text()) || take(titles, title -> isTitle(piece.text(), title));
                case PARAGRAPH -> take(outcomes, outcome -> isWritten(outcome, piece.text()));
                case LINK -> take(links, outcome -> leadsThere(outcome.target(), piece.text()));
                case CODE ->
                    piece.text().startsWith("yaml handrail")
                            && take(retries, retry -> piece.text().contains(retry.key()));
                case CELL, HTML, PICTURE, DEFINITION -> false;
            };
        }

        private static <T> boolean take(List<T> from, Predicate<T> wanted) {
            Optional<T> found = from.stream().filter(wanted).findFirst();
            found.ifPresent(from::remove);
            return found.isPresent();
        }

        private static boolean isSectionName(String heading) {
            return SectionName.of(unnumbered(heading)).isPresent();
        }

        private static boolean isTitle(String heading, String title) {
            var shown = title.replaceAll("\\s+", " ").strip();
            return heading.equals(shown) || unnumbered(heading).equals(shown);
        }

        private static String unnumbered(String heading) {
            return new Title(1, heading, "", Optional.empty(), false, 0, new Position("", 1, 1)).unnumbered();
        }

        private static boolean isWritten(Outcome outcome, String item) {
            return item.matches("\\Q" + outcome.label() + "\\E (→|->|=>|⇒|➔|➜) .*") && says(outcome.target(), item);
        }

        private static boolean says(Target target, String item) {
            return switch (target) {
                case Target.ToStep _, Target.ToRunbook _ -> true;
                case Target.Resolved _ -> item.contains("resolved");
                case Target.Escalate escalate -> item.contains("escalate") && item.contains(escalate.reason());
                case Target.Wait wait -> item.contains(" wait ") && says(wait.then(), item);
            };
        }

        private static boolean leadsThere(Target target, String link) {
            return switch (target) {
                case Target.ToStep _ -> link.contains("(#");
                case Target.ToRunbook to ->
                    link.contains(to.path().substring(to.path().lastIndexOf('/') + 1));
                case Target.Wait wait -> leadsThere(wait.then(), link);
                case Target.Resolved _, Target.Escalate _ -> false;
            };
        }
    }
}
