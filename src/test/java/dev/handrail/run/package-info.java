@NullMarked
package dev.handrail.run;

import org.jspecify.annotations.NullMarked;
