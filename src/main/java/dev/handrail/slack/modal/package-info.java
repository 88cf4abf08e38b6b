/**
 * What is shown in a modal because it does not fit the thread. Start at {@link dev.handrail.slack.modal.StepsModal}; the modals
 * that only ask for a sentence are in {@code press}.
 */
@NullMarked
package dev.handrail.slack.modal;

import org.jspecify.annotations.NullMarked;
