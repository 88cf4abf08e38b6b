/**
 * Test pages: whether a page would reach somebody, by each of their contacts. Start at {@link dev.handrail.page.trial.Trials}. A
 * trial belongs to no incident, and says in everything that it sends that nothing is wrong.
 */
@NullMarked
package dev.handrail.page.trial;

import org.jspecify.annotations.NullMarked;
