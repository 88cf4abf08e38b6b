package dev.handrail.notice;

import dev.handrail.ownership.OwnerId;

/** Something that holds now, and who is to know. */
public record Owed(OwnerId owner, Matter matter) {}
