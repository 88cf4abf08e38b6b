@NullMarked
package dev.handrail.run.silence;

import org.jspecify.annotations.NullMarked;
