package dev.handrail.preview.terminal;

/** A button, and where it leads in words. */
record Lead(String button, String words) {}
