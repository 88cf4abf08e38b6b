/** When many failures are a storm. */
@NullMarked
package dev.handrail.incident.storm;

import org.jspecify.annotations.NullMarked;
