/**
 * Sources that are one file each: {@link dev.handrail.intake.mapping.Translations} has all that are built in,
 * {@link dev.handrail.intake.mapping.MappingReader} reads those of others, and a
 * {@link dev.handrail.intake.mapping.Mapping} translates.
 */
@NullMarked
package dev.handrail.intake.mapping;

import org.jspecify.annotations.NullMarked;
