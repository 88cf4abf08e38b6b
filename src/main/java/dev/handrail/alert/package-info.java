/**
 * What monitoring says: alerts, their identity, and the matchers that pick them by label. Plain Java, save RE2/J for regular
 * expressions, because the text that they run on is written by strangers.
 */
@NullMarked
package dev.handrail.alert;

import org.jspecify.annotations.NullMarked;
