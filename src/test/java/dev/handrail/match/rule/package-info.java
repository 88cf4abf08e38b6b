@NullMarked
package dev.handrail.match.rule;

import org.jspecify.annotations.NullMarked;
