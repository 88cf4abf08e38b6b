@NullMarked
package dev.handrail.intake.translate;

import org.jspecify.annotations.NullMarked;
