package dev.handrail.ownership.nearby;

import dev.handrail.platform.source.Placed;
import java.util.List;

/** A file that says who owns other files. */
interface NamesOwners {
    /**
     * Returns the names for a file, the most answerable first; none if it says nothing of it.
     *
     * @param path relative to the folder that this file is for
     */
    List<Placed<String>> namesFor(String path);

    /** Says whether files of the same kind in folders above count too. */
    boolean leavesRoomAbove();
}
