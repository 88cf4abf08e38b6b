/**
 * The ways in which a letter leaves: e-mail, PagerDuty and webhooks. Start at {@link dev.handrail.page.send.Letter}; an
 * {@link dev.handrail.page.send.Result} is what came of one try.
 */
@NullMarked
package dev.handrail.page.send;

import org.jspecify.annotations.NullMarked;
