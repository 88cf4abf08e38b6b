package dev.handrail.preview.web;

import dev.handrail.preview.Press;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page sends: where its author stands, and for a modal the button that opens it.
 *
 * @param labels of the alert that is pretended; absent for those that the command was given
 */
record Asked(
        @Nullable List<Press> presses,
        @Nullable Map<String, String> labels,
        @Nullable Press button) {}
