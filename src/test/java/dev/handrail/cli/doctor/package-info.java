/** The doctor's findings. */
@NullMarked
package dev.handrail.cli.doctor;

import org.jspecify.annotations.NullMarked;
