@NullMarked
package dev.handrail.draft;

import org.jspecify.annotations.NullMarked;
