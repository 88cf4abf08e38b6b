/**
 * Whether everything that Handrail needs is there and right, and what to do where it is not. Start at
 * {@link dev.handrail.cli.doctor.DoctorCommand}.
 */
@NullMarked
package dev.handrail.cli.doctor;

import org.jspecify.annotations.NullMarked;
