@NullMarked
package dev.handrail.slack.suggest;

import org.jspecify.annotations.NullMarked;
