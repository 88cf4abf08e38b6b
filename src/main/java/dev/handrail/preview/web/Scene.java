package dev.handrail.preview.web;

import dev.handrail.platform.source.Problem;
import dev.handrail.preview.Press;
import dev.handrail.slack.text.Kit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the page shows.
 *
 * @param presses those that could be done, in order
 * @param names of those whom messages mention, by Slack's id
 * @param graph the walk as SVG; empty while nothing can be drawn
 */
record Scene(
        Source source,
        List<Fault> problems,
        List<Shown> messages,
        Standing standing,
        List<Press> presses,
        Map<String, String> labels,
        Map<String, String> names,
        String graph) {

    /**
     * The file.
     *
     * @param stale whether the messages are of an earlier saving, because this one has errors
     */
    record Source(String path, String title, String revision, String mark, boolean stale) {}

    /** A problem, and where it stands. */
    record Fault(String at, String severity, String rule, String found, String wanted) {
        static Fault of(Problem problem) {
            var severity = problem.isError() ? "error" : "warning";
            return new Fault(problem.at().toString(), severity, problem.rule(), problem.found(), problem.wanted());
        }
    }

    /** A message in Slack. {@code where}: the channel, the thread, or to whom. */
    record Shown(String key, String where, List<Kit> blocks) {}

    /**
     * Where the walk stands.
     *
     * @param here names of boxes in the graph: the first that is there is the one
     * @param clock the time that it pretends
     * @param until how long until time alone changes something; empty once it is over
     * @param missed how many presses could not be done again after the file had changed
     */
    record Standing(String words, List<String> here, String clock, Optional<String> until, int missed) {}
}
