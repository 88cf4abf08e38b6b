/** Notices to owners as messages. */
@NullMarked
package dev.handrail.slack.notice;

import org.jspecify.annotations.NullMarked;
