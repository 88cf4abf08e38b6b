/**
 * Walking a responder through a runbook.
 *
 * <p>Start at {@code machine.RunMachine}: it decides and touches nothing. {@code desk.RunService} stores
 * each decision, the state that it leads to and the clock that it needs in one transaction.
 *
 * <p>A run keeps what it began with: its {@link dev.handrail.run.Plan} holds the steps and the escalation policy as they were.
 * An edit to a file changes new runs only; a responder must not see steps move under them.
 */
@NullMarked
package dev.handrail.run;

import org.jspecify.annotations.NullMarked;
