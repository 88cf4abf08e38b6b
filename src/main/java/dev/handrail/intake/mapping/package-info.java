/**
 * Sources that are one file each. {@link dev.handrail.intake.mapping.Translations} has all that are built in.
 */
@NullMarked
package dev.handrail.intake.mapping;

import org.jspecify.annotations.NullMarked;
