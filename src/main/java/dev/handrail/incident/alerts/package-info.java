/**
 * The alerts that were understood, which incident each belongs to, and what an incident's alerts come to. Start at
 * {@link dev.handrail.incident.alerts.Grouping}.
 */
@NullMarked
package dev.handrail.incident.alerts;

import org.jspecify.annotations.NullMarked;
