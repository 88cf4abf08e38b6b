@NullMarked
package dev.handrail.page;

import org.jspecify.annotations.NullMarked;
