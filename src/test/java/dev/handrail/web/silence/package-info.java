@NullMarked
package dev.handrail.web.silence;

import org.jspecify.annotations.NullMarked;
