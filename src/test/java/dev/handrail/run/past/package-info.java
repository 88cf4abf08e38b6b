@NullMarked
package dev.handrail.run.past;

import org.jspecify.annotations.NullMarked;
