@NullMarked
package dev.handrail.page.watch;

import org.jspecify.annotations.NullMarked;
