@NullMarked
package dev.handrail.incident.alerts;

import org.jspecify.annotations.NullMarked;
