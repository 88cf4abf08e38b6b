@NullMarked
package dev.handrail.intake.sns;

import org.jspecify.annotations.NullMarked;
