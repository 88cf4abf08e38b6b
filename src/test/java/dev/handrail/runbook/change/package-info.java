@NullMarked
package dev.handrail.runbook.change;

import org.jspecify.annotations.NullMarked;
