/**
 * What is owed to people outside Slack, and what became of it. Start at {@link dev.handrail.page.book.PageBook}: it notes what
 * is owed in the transaction in which it is decided. {@link dev.handrail.page.book.SentPages} says it to people.
 */
@NullMarked
package dev.handrail.page.book;

import org.jspecify.annotations.NullMarked;
