package dev.handrail.lint.check;

import dev.handrail.platform.source.Problems;

/** One kind of thing that is looked for in a library. */
@FunctionalInterface
interface Check {
    void look(Subject subject, Problems problems);
}
