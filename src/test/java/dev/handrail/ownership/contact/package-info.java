@NullMarked
package dev.handrail.ownership.contact;

import org.jspecify.annotations.NullMarked;
