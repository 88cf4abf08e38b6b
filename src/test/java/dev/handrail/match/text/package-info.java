@NullMarked
package dev.handrail.match.text;

import org.jspecify.annotations.NullMarked;
