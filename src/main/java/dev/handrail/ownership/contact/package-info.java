/**
 * The ways to reach people, and the people whom owners.yml names. Start at {@link dev.handrail.ownership.contact.Contact}.
 */
@NullMarked
package dev.handrail.ownership.contact;

import org.jspecify.annotations.NullMarked;
