/**
 * What every other package stands on: JSON, hashing, time, transactions. Knows nothing of alerts.
 */
@NullMarked
package dev.handrail.platform;

import org.jspecify.annotations.NullMarked;
