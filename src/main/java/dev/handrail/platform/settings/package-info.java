/**
 * What whoever runs Handrail has set: read in one place, checked all at once, and every wrong one named by its environment
 * variable. Start at {@link dev.handrail.platform.settings.SettingsReader}.
 */
@NullMarked
package dev.handrail.platform.settings;

import org.jspecify.annotations.NullMarked;
