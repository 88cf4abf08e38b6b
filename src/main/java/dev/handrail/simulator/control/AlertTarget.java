package dev.handrail.simulator.control;

import java.net.URI;

/** Where sample alerts are sent, and the bearer token that goes with them. */
public record AlertTarget(URI url, String token) {}
