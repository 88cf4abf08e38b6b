/**
 * Sources that fall silent: {@link dev.handrail.intake.watch.SilenceWatch} makes an alert of each, which goes the way of any other.
 */
@NullMarked
package dev.handrail.intake.watch;

import org.jspecify.annotations.NullMarked;
