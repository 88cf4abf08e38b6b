/**
 * The JSON API: incidents, for reading. Start at {@link dev.handrail.web.api.IncidentsApi}.
 */
@NullMarked
package dev.handrail.web.api;

import org.jspecify.annotations.NullMarked;
