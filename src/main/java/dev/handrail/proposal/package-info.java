/**
 * What the library may learn from its users: a runbook that people picked for an alert might have had a rule for it. Start at
 * {@link dev.handrail.proposal.Proposals}.
 *
 * <p>Nothing here changes a file. A proposal is a patch, for the runbook's owner to take or leave; once the library decides such
 * alerts for the runbook by itself, it is over.
 */
@NullMarked
package dev.handrail.proposal;

import org.jspecify.annotations.NullMarked;
