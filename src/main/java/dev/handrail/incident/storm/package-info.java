/**
 * Many failures at once as one: when they are a storm, and on what. Start at {@link dev.handrail.incident.storm.Storm}.
 */
@NullMarked
package dev.handrail.incident.storm;

import org.jspecify.annotations.NullMarked;
