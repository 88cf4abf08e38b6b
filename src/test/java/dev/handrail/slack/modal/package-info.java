@NullMarked
package dev.handrail.slack.modal;

import org.jspecify.annotations.NullMarked;
