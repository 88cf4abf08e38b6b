/** Diagrams of walks. */
@NullMarked
package dev.handrail.graph;

import org.jspecify.annotations.NullMarked;
