/** What every kind of sender writes: {@code Sender} is where it begins, and each of its lists is in the file of its kind. */
@NullMarked
package dev.handrail.soak.sender;

import org.jspecify.annotations.NullMarked;
