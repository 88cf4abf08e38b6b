/** Taking a page by the link in a mail: {@link dev.handrail.web.taking.TakingController}. */
@NullMarked
package dev.handrail.web.taking;

import org.jspecify.annotations.NullMarked;
