/** What must be found after a soak: {@code Book} holds what was sent, {@code AlertAudit} and {@code SlackAudit} look for it. */
@NullMarked
package dev.handrail.soak.audit;

import org.jspecify.annotations.NullMarked;
