@NullMarked
package dev.handrail.web.draft;

import org.jspecify.annotations.NullMarked;
