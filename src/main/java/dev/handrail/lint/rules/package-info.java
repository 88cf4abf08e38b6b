/**
 * Every rule there is. Start at {@link dev.handrail.lint.rules.RuleBook}.
 *
 * <p>A rule is one Markdown file among the resources: what it is for, what to do, and a bad and a good example, which tests lint. So
 * the explanation on the command line, the page for authors and the proof are one text.
 */
@NullMarked
package dev.handrail.lint.rules;

import org.jspecify.annotations.NullMarked;
