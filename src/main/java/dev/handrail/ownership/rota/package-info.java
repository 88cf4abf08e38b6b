/**
 * Who is on call, and when people work: by the clock on somebody's wall, whatever that does in spring and autumn. Start at
 * {@link dev.handrail.ownership.rota.Rotation}.
 */
@NullMarked
package dev.handrail.ownership.rota;

import org.jspecify.annotations.NullMarked;
