/**
 * The preview as a page on the author's own machine. Start at {@link dev.handrail.preview.web.PreviewServer}; the page keeps
 * what was pressed, and the server answers with what Slack would then show.
 */
@NullMarked
package dev.handrail.preview.web;

import org.jspecify.annotations.NullMarked;
