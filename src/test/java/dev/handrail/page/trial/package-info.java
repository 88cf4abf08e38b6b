/** Whether test pages arrive. Start at {@link dev.handrail.page.trial.ConfirmationsTest}. */
@NullMarked
package dev.handrail.page.trial;

import org.jspecify.annotations.NullMarked;
