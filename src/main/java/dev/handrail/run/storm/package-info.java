/**
 * What is stored of storms: which incidents opened lately and where, and which are a part of what. Start at
 * {@link dev.handrail.run.storm.StormBook}.
 */
@NullMarked
package dev.handrail.run.storm;

import org.jspecify.annotations.NullMarked;
