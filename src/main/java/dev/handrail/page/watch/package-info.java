/**
 * Who watches Handrail itself. Start at {@link dev.handrail.page.watch.Watchdog}, which finds incidents that nobody would hear of
 * again; {@link dev.handrail.page.watch.Heartbeat} tells something outside that all is well, so that its silence tells the rest.
 */
@NullMarked
package dev.handrail.page.watch;

import org.jspecify.annotations.NullMarked;
