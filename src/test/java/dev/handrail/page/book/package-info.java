/** What is owed to people outside Slack, by its rules. Start at {@link dev.handrail.page.book.PageBookTest}. */
@NullMarked
package dev.handrail.page.book;

import org.jspecify.annotations.NullMarked;
