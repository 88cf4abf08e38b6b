/** Tests. */
@NullMarked
package dev.handrail.slack.http;

import org.jspecify.annotations.NullMarked;
