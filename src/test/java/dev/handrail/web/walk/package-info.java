@NullMarked
package dev.handrail.web.walk;

import org.jspecify.annotations.NullMarked;
