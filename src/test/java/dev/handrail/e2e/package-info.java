/** The whole product, as its users meet it: alerts over HTTP, people in a local Slack, both databases. */
@NullMarked
package dev.handrail.e2e;

import org.jspecify.annotations.NullMarked;
