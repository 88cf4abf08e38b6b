/**
 * What senders sent, to be read and replayed. Start at {@link dev.handrail.web.payload.PayloadController}.
 */
@NullMarked
package dev.handrail.web.payload;

import org.jspecify.annotations.NullMarked;
