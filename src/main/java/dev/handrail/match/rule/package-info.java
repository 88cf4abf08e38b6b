/**
 * Match rules, found by an alert's labels without looking at all of them. Start at {@link dev.handrail.match.rule.RuleIndex}.
 */
@NullMarked
package dev.handrail.match.rule;

import org.jspecify.annotations.NullMarked;
