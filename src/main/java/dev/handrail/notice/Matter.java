package dev.handrail.notice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.source.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One thing that an owner is told of. The names below are stored: they are only ever added to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "matter")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Matter.BrokenFile.class, name = "broken_file"),
    @JsonSubTypes.Type(value = Matter.ReviewDue.class, name = "review_due"),
    @JsonSubTypes.Type(value = Matter.MatchProposed.class, name = "match_proposed"),
    @JsonSubTypes.Type(value = Matter.Stranded.class, name = "stranded"),
    @JsonSubTypes.Type(value = Matter.PageFailed.class, name = "page_failed")
})
public sealed interface Matter {
    /** Returns what tells it from any other matter: while that holds, it is told once. */
    String key();

    /**
     * A file that cannot be used as it is.
     *
     * @param file of the library, relative to its folder
     * @param runbook the id under which its last good revision stays in use; empty if there is none
     */
    record BrokenFile(String file, Optional<String> runbook, List<Fault> faults) implements Matter {
        public BrokenFile {
            faults = List.copyOf(faults);
        }

        @Override
        public String key() {
            return Sha256.of("broken_file\n" + file + "\n" + Json.write(faults));
        }
    }

    /** A runbook that somebody should read against what is true. */
    record ReviewDue(String file, String runbook, String title, LocalDate due) implements Matter {
        @Override
        public String key() {
            return Sha256.of("review_due\n" + file + "\n" + due);
        }
    }

    /**
     * A runbook that somebody picked for an alert, and that might have had a rule for it.
     *
     * @param rule as its author writes it
     * @param patch as it was when this was told of; empty where the file must be edited by hand
     * @param pickedBy a person's name
     */
    record MatchProposed(
            String file,
            String runbook,
            String title,
            String rule,
            Optional<String> patch,
            long incident,
            String pickedBy)
            implements Matter {
        @Override
        public String key() {
            return Sha256.of("match_proposed\n" + runbook + "\n" + rule);
        }
    }

    /**
     * An open incident that neither a person had nor a clock would have brought back.
     *
     * @param armed whether its clock was lost, and is set anew; it has no deadline otherwise
     * @param since when anything last happened in it
     * @param hours since then: with each it is told again
     */
    record Stranded(long incident, String title, boolean armed, Instant since, long hours) implements Matter {
        @Override
        public String key() {
            return Sha256.of("stranded\n" + incident + "\n" + armed + "\n" + since + "\n" + hours);
        }
    }

    /**
     * A page that never reached its contact.
     *
     * @param whom who was called
     * @param way how, and to where, without a secret
     * @param standing what became of it
     */
    record PageFailed(long incident, String whom, String way, String standing) implements Matter {
        @Override
        public String key() {
            return Sha256.of("page_failed\n" + incident + "\n" + way);
        }
    }

    /** One problem of a file. */
    record Fault(int line, int column, String rule, String found, String wanted) {
        static Fault of(Problem problem) {
            return new Fault(
                    problem.at().line(), problem.at().column(), problem.rule(), problem.found(), problem.wanted());
        }
    }
}
