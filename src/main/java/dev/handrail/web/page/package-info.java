/**
 * Pages for incident leads and operators. A controller reads, a {@code *Page} record holds what is shown in words, a template lays
 * it out; {@link dev.handrail.web.page.Pages} puts the frame around it.
 */
@NullMarked
package dev.handrail.web.page;

import org.jspecify.annotations.NullMarked;
