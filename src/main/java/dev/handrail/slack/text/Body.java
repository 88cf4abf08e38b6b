package dev.handrail.slack.text;

import dev.handrail.slack.SlackLimits;
import java.util.ArrayList;
import java.util.List;

/** A text in Markdown as Slack's blocks, in parts that it can be cut between. */
public final class Body {
    private final List<Part> parts;

    /** What stands at the top of a text. */
    sealed interface Part {
        int length();

        /** An element of a {@code rich_text} block: a paragraph, a list, a quote or code. */
        record Rich(Kit element, int length) implements Part {}

        /** A block of its own: a heading or a rule. */
        record Whole(Kit block, int length) implements Part {}
    }

    /**
     * What fits.
     *
     * @param whole whether that is all of it
     * @param length of its text, in UTF-16 code units
     */
    public record Shown(List<Kit> blocks, boolean whole, int length) {
        public Shown {
            blocks = List.copyOf(blocks);
        }
    }

    Body(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Returns the blocks that fit, never part of a paragraph, a list or a piece of code: half a command is worse than none.
     *
     * @param budget of text, in UTF-16 code units
     * @param most blocks
     */
    public Shown within(int budget, int most) {
        var blocks = new ArrayList<Kit>();
        var open = new ArrayList<Kit>();
        var length = 0;
        for (var part : parts) {
            var needed = blocks.size() + (open.isEmpty() ? 1 : 2);
            if (length + part.length() > budget || needed > most) {
                close(open, blocks);
                return new Shown(blocks, false, length);
            }
            length += part.length();
            switch (part) {
                case Part.Rich rich -> open.add(rich.element());
                case Part.Whole whole -> {
                    close(open, blocks);
                    blocks.add(whole.block());
                }
            }
        }
        close(open, blocks);
        return new Shown(blocks, true, length);
    }

    /** Returns the blocks that fit one message when nothing else stands in it. */
    public Shown within(int budget) {
        return within(budget, SlackLimits.MESSAGE_BLOCKS);
    }

    private static void close(List<Kit> open, List<Kit> blocks) {
        if (open.isEmpty()) {
            return;
        }
        var elements = new ArrayList<Kit>();
        for (var i = 0; i < open.size(); i++) {
            var between = i + 1 < open.size() && isProse(open.get(i)) && isProse(open.get(i + 1));
            elements.add(between ? Leaves.withEmptyLine(open.get(i)) : open.get(i));
        }
        blocks.add(Kit.of("rich_text").with("elements", elements));
        open.clear();
    }

    private static boolean isProse(Kit element) {
        return element.type().equals("rich_text_section");
    }
}
