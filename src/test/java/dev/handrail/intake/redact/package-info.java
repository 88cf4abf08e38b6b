@NullMarked
package dev.handrail.intake.redact;

import org.jspecify.annotations.NullMarked;
