package dev.handrail.slack;

/**
 * What Slack accepts at most, in one table: the renderer keeps to it and the local Slack refuses what goes over it.
 *
 * <p>Lengths are in UTF-16 code units unless the name says bytes. Slack does not say what it counts; code units are never fewer
 * than code points, so a text that fits here fits there.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Slack: blocks</a>
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements">Slack: block elements</a>
 * @see <a href="https://docs.slack.dev/reference/block-kit/composition-objects">Slack: composition objects</a>
 * @see <a href="https://docs.slack.dev/reference/views">Slack: views</a>
 */
public final class SlackLimits {
    /** <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks in a message.</a> */
    public static final int MESSAGE_BLOCKS = 50;

    /** <a href="https://docs.slack.dev/reference/views">Blocks in a modal or a Home tab.</a> */
    public static final int VIEW_BLOCKS = 100;

    /** A {@code block_id}, {@code action_id}, {@code callback_id} or {@code external_id}. */
    public static final int ID = 255;

    /** <a href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object">A text object; at least 1.</a> */
    public static final int TEXT = 3000;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/section-block">Fields of a section.</a> */
    public static final int SECTION_FIELDS = 10;

    public static final int SECTION_FIELD_TEXT = 2000;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/header-block">A header, plain text only.</a> */
    public static final int HEADER = 150;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/context-block">Elements of a context block.</a> */
    public static final int CONTEXT_ELEMENTS = 10;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/actions-block">Elements of an actions block.</a> */
    public static final int ACTIONS_ELEMENTS = 25;

    /** <a href="https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element">Options of an overflow menu.</a> */
    public static final int OVERFLOW_OPTIONS = 5;

    /** <a href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">A button's label; about 30 show.</a> */
    public static final int BUTTON_TEXT = 75;

    /** About as much of a button's label as a phone shows before it cuts it off. */
    public static final int BUTTON_TEXT_SHOWN = 30;

    public static final int BUTTON_VALUE = 2000;

    /** A link on a button, an option, an image or in rich text. */
    public static final int URL = 3000;

    /** <a href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element">Options of a select menu.</a> */
    public static final int SELECT_OPTIONS = 100;

    /** Options of a group of checkboxes or radio buttons. */
    public static final int CHOICE_OPTIONS = 10;

    /** <a href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object">An option's label or description.</a> */
    public static final int OPTION_TEXT = 75;

    public static final int OPTION_VALUE = 150;

    public static final int PLACEHOLDER = 150;

    /** <a href="https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object">A confirmation's title.</a> */
    public static final int CONFIRM_TITLE = 100;

    public static final int CONFIRM_TEXT = 300;

    public static final int CONFIRM_BUTTON = 30;

    /** <a href="https://docs.slack.dev/reference/views">A view's title, and its submit and close labels.</a> */
    public static final int VIEW_TITLE = 24;

    public static final int PRIVATE_METADATA = 3000;

    /** Modals on top of one another. */
    public static final int VIEW_STACK = 3;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/input-block">An input's label or hint.</a> */
    public static final int INPUT_LABEL = 2000;

    /** What a person may type into a plain text input. */
    public static final int INPUT_VALUE = 3000;

    /** An image's alternative text or title. */
    public static final int IMAGE_TEXT = 2000;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/markdown-block">All markdown blocks of a message together.</a> */
    public static final int MARKDOWN = 12_000;

    /** <a href="https://docs.slack.dev/reference/block-kit/blocks/table-block">Rows of a table; one table a message.</a> */
    public static final int TABLE_ROWS = 100;

    public static final int TABLE_CELLS = 20;

    public static final int TABLE_TEXT = 10_000;

    /**
     * <a href="https://docs.slack.dev/reference/methods/chat.postMessage">The top-level text of a new message</a>, where Slack
     * truncates and the local Slack refuses.
     */
    public static final int MESSAGE_TEXT = 40_000;

    /** The top-level text of an edited message, in bytes of UTF-8 after {@code & < >} are escaped; Slack says {@code msg_too_long}. */
    public static final int UPDATE_TEXT_BYTES = 4000;

    /** All texts of all blocks of a message together; undocumented, seen as {@code msg_blocks_too_long}. */
    public static final int MESSAGE_BLOCKS_TEXT = 12_000;

    private SlackLimits() {}
}
