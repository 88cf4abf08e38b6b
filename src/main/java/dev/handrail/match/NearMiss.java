package dev.handrail.match;

import dev.handrail.runbook.Runbook;

/**
 * A runbook that was not chosen though something speaks for it.
 *
 * @param whyNot for people: {@code flow is order-to-erp, wanted payment}
 */
public record NearMiss(Runbook runbook, String whyNot) {}
