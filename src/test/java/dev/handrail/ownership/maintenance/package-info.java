@NullMarked
package dev.handrail.ownership.maintenance;

import org.jspecify.annotations.NullMarked;
