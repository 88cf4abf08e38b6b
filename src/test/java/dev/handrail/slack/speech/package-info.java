@NullMarked
package dev.handrail.slack.speech;

import org.jspecify.annotations.NullMarked;
