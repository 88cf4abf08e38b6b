package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Sections;
import dev.handrail.runbook.Walk;
import java.util.function.UnaryOperator;

/**
 * A runbook as it was when the run began.
 *
 * @param walk its steps; those of a runbook that is jumped to are named {@code path#step}, so that names are unique in a plan
 * @param owner whom its failures are escalated to, by the name that people call them
 * @param policy that owner's, with the runbook's own times in place of the owner's
 */
public record Book(
        String id,
        String path,
        Revision revision,
        String title,
        Sections sections,
        Walk walk,
        String owner,
        EscalationPolicy policy) {
    Book with(UnaryOperator<EscalationPolicy> change) {
        return new Book(id, path, revision, title, sections, walk, owner, change.apply(policy));
    }

    /** Returns the file that it stands in: several runbooks may stand in one, as {@code file.md#Name}. */
    @JsonIgnore
    public String file() {
        var part = path.indexOf('#');
        return part < 0 ? path : path.substring(0, part);
    }
}
