@NullMarked
package dev.handrail.intake.door;

import org.jspecify.annotations.NullMarked;
