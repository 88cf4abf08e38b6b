/** How fast the runbook for an alert is found. */
@NullMarked
package dev.handrail.match;

import org.jspecify.annotations.NullMarked;
