@NullMarked
package dev.handrail.intake.settings;

import org.jspecify.annotations.NullMarked;
