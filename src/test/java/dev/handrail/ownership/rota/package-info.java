@NullMarked
package dev.handrail.ownership.rota;

import org.jspecify.annotations.NullMarked;
