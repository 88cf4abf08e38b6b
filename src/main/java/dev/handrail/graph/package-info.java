/**
 * The walk of a runbook as a diagram. Start at {@link dev.handrail.graph.Diagram}; {@link dev.handrail.graph.Mermaid} and
 * {@link dev.handrail.graph.Svg} write it down.
 */
@NullMarked
package dev.handrail.graph;

import org.jspecify.annotations.NullMarked;
