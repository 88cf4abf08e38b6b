/** Tests of taking pages outside Slack. Start at {@link dev.handrail.page.take.PageRepositoryTest}. */
@NullMarked
package dev.handrail.page.take;

import org.jspecify.annotations.NullMarked;
