package dev.handrail.simulator.workspace;

/** Somebody in the workspace, or the bot. */
public record Person(String id, String name, String realName, String title, boolean bot) {}
