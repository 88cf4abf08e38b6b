/**
 * Where alerts go from one incident to another because a person says so: start at {@link dev.handrail.run.merge.MergeDesk}, which
 * ends one incident in another; {@link dev.handrail.run.merge.SplitDesk} is the way back.
 */
@NullMarked
package dev.handrail.run.merge;

import org.jspecify.annotations.NullMarked;
