/** From an alert to the message that people read: see src/bench/load/latency. */
@NullMarked
package dev.handrail.latency;

import org.jspecify.annotations.NullMarked;
