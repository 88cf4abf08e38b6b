@NullMarked
package dev.handrail.web.access;

import org.jspecify.annotations.NullMarked;
