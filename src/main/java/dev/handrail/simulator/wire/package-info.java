/** HTTP as the local Slack sees it, whichever server carries it: a request comes in, a reply goes out. */
@NullMarked
package dev.handrail.simulator.wire;

import org.jspecify.annotations.NullMarked;
