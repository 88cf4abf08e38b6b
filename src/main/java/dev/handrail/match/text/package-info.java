/**
 * Runbooks whose text is like an alert's, with how sure that is. Start at {@link dev.handrail.match.text.TextIndex}.
 *
 * <p>A suggestion is for a person to take or leave. What it is made of can be read: shared words weighed by how rare they are in
 * the library, and a short list of words that mean the same, nearly the same, or exclude one another.
 */
@NullMarked
package dev.handrail.match.text;

import org.jspecify.annotations.NullMarked;
