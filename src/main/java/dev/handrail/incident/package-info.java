/**
 * Incidents: what alerts are gathered into, and the timeline of everything that was done about them. The entries of a
 * {@link dev.handrail.incident.Timeline} are opaque here; each package decodes its own.
 */
@NullMarked
package dev.handrail.incident;

import org.jspecify.annotations.NullMarked;
