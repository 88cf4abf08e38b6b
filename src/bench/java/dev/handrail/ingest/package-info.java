/** A Handrail to put load on: see src/bench/load/ingest. */
@NullMarked
package dev.handrail.ingest;

import org.jspecify.annotations.NullMarked;
