package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit of Block Kit, once over it; and once exactly at it, which is accepted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockLimitsTest {
    private final LocalSlackFixture local = new LocalSlackFixture();

    @AfterAll
    void close() {
        local.close();
    }

    private static Stream<Arguments> refused() {
        return Stream.of(
                arguments("51 blocks", repeated(51, "{'type':'divider'}"), "/blocks"),
                arguments("unknown block", "[{'type':'carousel'}]", "/blocks/0"),
                arguments("unknown field", "[{'type':'divider','colour':'red'}]", "/blocks/0"),
                arguments("not an array", "{'type':'divider'}", "/blocks"),
                arguments(
                        "duplicate block_id",
                        "[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]",
                        "/blocks/1/block_id"),
                arguments(
                        "long block_id",
                        "[{'type':'divider','block_id':'%s'}]".formatted(x(256)),
                        "/blocks/0/block_id"),
                arguments(
                        "long section",
                        "[{'type':'section','text':%s}]".formatted(mrkdwn(3001)),
                        "/blocks/0/text/text"),
                arguments("empty text", "[{'type':'section','text':%s}]".formatted(mrkdwn(0)), "/blocks/0/text/text"),
                arguments("section of nothing", "[{'type':'section'}]", "/blocks/0"),
                arguments(
                        "11 fields",
                        "[{'type':'section','fields':%s}]".formatted(repeated(11, mrkdwn(1))),
                        "/blocks/0/fields"),
                arguments(
                        "long field",
                        "[{'type':'section','fields':[%s]}]".formatted(mrkdwn(2001)),
                        "/blocks/0/fields/0/text"),
                arguments("long header", "[{'type':'header','text':%s}]".formatted(plain(151)), "/blocks/0/text/text"),
                arguments(
                        "header in mrkdwn",
                        "[{'type':'header','text':%s}]".formatted(mrkdwn(1)),
                        "/blocks/0/text/type"),
                arguments(
                        "11 context elements",
                        "[{'type':'context','elements':%s}]".formatted(repeated(11, mrkdwn(1))),
                        "/blocks/0/elements"),
                arguments(
                        "26 buttons",
                        actions(IntStream.range(0, 26).mapToObj(i -> button(",'action_id':'a" + i + "'"))),
                        "/blocks/0/elements"),
                arguments(
                        "same action twice",
                        actions(Stream.of(button(",'action_id':'a'"), button(",'action_id':'a'"))),
                        "/blocks/0/elements/1/action_id"),
                arguments(
                        "unknown element",
                        "[{'type':'actions','elements':[{'type':'slider'}]}]",
                        "/blocks/0/elements/0"),
                arguments(
                        "input among actions",
                        "[{'type':'actions','elements':[{'type':'plain_text_input'}]}]",
                        "/blocks/0/elements/0"),
                arguments(
                        "long button",
                        actions(Stream.of("{'type':'button','text':%s}".formatted(plain(76)))),
                        "/blocks/0/elements/0/text/text"),
                arguments(
                        "button in mrkdwn",
                        actions(Stream.of("{'type':'button','text':%s}".formatted(mrkdwn(1)))),
                        "/blocks/0/elements/0/text/type"),
                arguments(
                        "long value",
                        actions(Stream.of(button(",'value':'%s'".formatted(x(2001))))),
                        "/blocks/0/elements/0/value"),
                arguments(
                        "long url",
                        actions(Stream.of(button(",'url':'https://%s'".formatted(x(3000))))),
                        "/blocks/0/elements/0/url"),
                arguments(
                        "script url", actions(Stream.of(button(",'url':'javascript:x'"))), "/blocks/0/elements/0/url"),
                arguments(
                        "unknown style",
                        actions(Stream.of(button(",'style':'warning'"))),
                        "/blocks/0/elements/0/style"),
                arguments(
                        "long action_id",
                        actions(Stream.of(button(",'action_id':'%s'".formatted(x(256))))),
                        "/blocks/0/elements/0/action_id"),
                arguments("long confirm title", confirm(101, 1, 1), "/blocks/0/elements/0/confirm/title/text"),
                arguments("long confirm text", confirm(1, 301, 1), "/blocks/0/elements/0/confirm/text/text"),
                arguments("long confirm button", confirm(1, 1, 31), "/blocks/0/elements/0/confirm/confirm/text"),
                arguments("6 overflow options", menu("overflow", 6, 1, 1), "/blocks/0/elements/0/options"),
                arguments("101 select options", menu("static_select", 101, 1, 1), "/blocks/0/elements/0/options"),
                arguments("long option", menu("static_select", 1, 76, 1), "/blocks/0/elements/0/options/0/text/text"),
                arguments(
                        "long option value", menu("static_select", 1, 1, 151), "/blocks/0/elements/0/options/0/value"),
                arguments(
                        "long option description",
                        menu("static_select", 1, 1, 1)
                                .replace("'value':'", "'description':" + plain(76) + ",'value':'"),
                        "/blocks/0/elements/0/options/0/description/text"),
                arguments(
                        "one value twice",
                        menu("overflow", 2, 1, 1).replace(Character.toString(0x4e01), Character.toString(0x4e00)),
                        "/blocks/0/elements/0/options/1/value"),
                arguments("11 checkboxes", menu("checkboxes", 11, 1, 1), "/blocks/0/elements/0/options"),
                arguments("menu of nothing", menu("static_select", 0, 1, 1), "/blocks/0/elements/0/options"),
                arguments(
                        "long placeholder",
                        menu("static_select", 1, 1, 1)
                                .replace("'options'", "'placeholder':" + plain(151) + ",'options'"),
                        "/blocks/0/elements/0/placeholder/text"),
                arguments(
                        "long words for a picture",
                        "[{'type':'image','image_url':'https://e.com/a.png','alt_text':'%s'}]".formatted(x(2001)),
                        "/blocks/0/alt_text"),
                arguments(
                        "long table",
                        "[%s]".formatted(table(1, 1).replace("'x'", "'" + x(10_001) + "'")),
                        "/blocks/0/rows"),
                arguments("picture without words", "[{'type':'image','image_url':'https://e.com/a.png'}]", "/blocks/0"),
                arguments("long markdown", "[{'type':'markdown','text':'%s'}]".formatted(x(12_001)), "/blocks/0/text"),
                arguments("two tables", "[%s,%s]".formatted(table(1, 1), table(1, 1)), "/blocks"),
                arguments("101 rows", "[%s]".formatted(table(101, 1)), "/blocks/0/rows"),
                arguments("21 cells", "[%s]".formatted(table(1, 21)), "/blocks/0/rows/0"),
                arguments(
                        "rich text of unknown parts",
                        rich("{'type':'rich_text_table','elements':[]}"),
                        "/blocks/0/elements/0"),
                arguments(
                        "empty rich text leaf",
                        rich(section("{'type':'text','text':''}")),
                        "/blocks/0/elements/0/elements/0/text"),
                arguments("empty rich section", rich(section("")), "/blocks/0/elements/0/elements"),
                arguments(
                        "list without sections",
                        rich("{'type':'rich_text_list','style':'bullet','elements':[{'type':'text','text':'x'}]}"),
                        "/blocks/0/elements/0/elements/0"),
                arguments(
                        "user in preformatted",
                        rich("{'type':'rich_text_preformatted','elements':[{'type':'user','user_id':'U01ANA'}]}"),
                        "/blocks/0/elements/0/elements/0"),
                arguments(
                        "script link",
                        rich(section("{'type':'link','url':'javascript:x'}")),
                        "/blocks/0/elements/0/elements/0/url"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void givenBlocksOverALimit_whenPosted_thenAPointerNamesThePlace(String name, String blocks, String pointer)
            throws Exception {
        var answer = local.post("#order-flows", name, blocks);

        assertThat(answer.getError()).isEqualTo("invalid_blocks");
        assertThat(answer.getResponseMetadata().getMessages())
                .anyMatch(problem -> problem.contains("[json-pointer:" + pointer));
    }

    private static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("50 blocks", repeated(50, "{'type':'divider'}")),
                arguments("longest section", "[{'type':'section','text':%s}]".formatted(mrkdwn(3000))),
                arguments("longest header", "[{'type':'header','text':%s}]".formatted(plain(150))),
                arguments("most fields", "[{'type':'section','fields':%s}]".formatted(repeated(10, mrkdwn(1000)))),
                arguments("most options", menu("overflow", 5, 75, 150)),
                arguments("longest confirm", confirm(100, 300, 30)),
                arguments("largest table", "[%s]".formatted(table(100, 20))),
                arguments("rich text", rich(section("{'type':'text','text':'x','style':{'bold':true}}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void givenBlocksAtALimit_whenPosted_thenTheyAreAccepted(String name, String blocks) throws Exception {
        var answer = local.post("#order-flows", name, blocks);

        assertThat(answer.isOk()).as(String.valueOf(answer)).isTrue();
    }

    @Test
    void givenTextsOver12000Together_whenPosted_thenTheyAreTooLong() throws Exception {
        var blocks = repeated(5, "{'type':'section','text':%s}".formatted(mrkdwn(2500)));

        assertThat(local.post("#order-flows", "long", blocks).getError()).isEqualTo("msg_blocks_too_long");
    }

    private static Stream<Arguments> refusedViews() {
        var blocks = "'blocks':[{'type':'divider'}]";
        var title = "'title':" + plain(24);
        var input = "{'type':'input','label':%s,'element':{'type':'plain_text_input','action_id':'a'}}";
        return Stream.of(
                arguments(
                        "long title",
                        "{'type':'modal','title':%s,%s}".formatted(plain(25), blocks),
                        "/view/title/text"),
                arguments(
                        "long submit",
                        "{'type':'modal',%s,%s,'submit':%s}".formatted(title, blocks, plain(25)),
                        "/view/submit/text"),
                arguments(
                        "long close",
                        "{'type':'modal',%s,%s,'close':%s}".formatted(title, blocks, plain(25)),
                        "/view/close/text"),
                arguments(
                        "long hint",
                        "{'type':'modal',%s,'submit':%s,'blocks':[%s]}"
                                .formatted(
                                        title,
                                        plain(1),
                                        input.formatted(plain(1))
                                                .replace("'element'", "'hint':" + plain(2001) + ",'element'")),
                        "/view/blocks/0/hint/text"),
                arguments(
                        "long metadata",
                        "{'type':'modal',%s,%s,'private_metadata':'%s'}".formatted(title, blocks, x(3001)),
                        "/view/private_metadata"),
                arguments(
                        "long callback",
                        "{'type':'modal',%s,%s,'callback_id':'%s'}".formatted(title, blocks, x(256)),
                        "/view/callback_id"),
                arguments(
                        "101 blocks",
                        "{'type':'modal',%s,'blocks':%s}".formatted(title, repeated(101, "{'type':'divider'}")),
                        "/view/blocks"),
                arguments(
                        "markdown",
                        "{'type':'modal',%s,'blocks':[{'type':'markdown','text':'x'}]}".formatted(title),
                        "/view/blocks/0"),
                arguments("table", "{'type':'modal',%s,'blocks':[%s]}".formatted(title, table(1, 1)), "/view/blocks/0"),
                arguments(
                        "input without submit",
                        "{'type':'modal',%s,'blocks':[%s]}".formatted(title, input.formatted(plain(1))),
                        "/view"),
                arguments(
                        "long label",
                        "{'type':'modal',%s,'submit':%s,'blocks':[%s]}"
                                .formatted(title, plain(1), input.formatted(plain(2001))),
                        "/view/blocks/0/label/text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedViews")
    void givenAViewOverALimit_whenOpened_thenAPointerNamesThePlace(String name, String view, String pointer)
            throws Exception {
        var answer = local.methods.viewsOpen(request -> request.triggerId(name).viewAsString(view.replace('\'', '"')));

        assertThat(answer.getError()).isEqualTo("invalid_arguments");
        assertThat(answer.getResponseMetadata().getMessages())
                .anyMatch(problem -> problem.contains("[json-pointer:" + pointer));
    }

    @Test
    void givenAHomeTabOverALimit_whenPublished_thenAPointerNamesThePlace() throws Exception {
        var home = "{'type':'home','blocks':%s}".formatted(repeated(101, "{'type':'divider'}"));
        var answer =
                local.methods.viewsPublish(request -> request.userId("U01ANA").viewAsString(home.replace('\'', '"')));

        assertThat(answer.getError()).isEqualTo("invalid_arguments");
        assertThat(answer.getResponseMetadata().getMessages())
                .anyMatch(problem -> problem.contains("[json-pointer:/view/blocks]"));
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static String mrkdwn(int length) {
        return "{'type':'mrkdwn','text':'%s'}".formatted(x(length));
    }

    private static String plain(int length) {
        return "{'type':'plain_text','text':'%s'}".formatted(x(length));
    }

    private static String repeated(int times, String item) {
        return IntStream.range(0, times).mapToObj(_ -> item).collect(Collectors.joining(",", "[", "]"));
    }

    private static String button(String more) {
        return "{'type':'button','text':%s%s}".formatted(plain(75), more);
    }

    private static String actions(Stream<String> elements) {
        return "[{'type':'actions','elements':[%s]}]".formatted(elements.collect(Collectors.joining(",")));
    }

    private static String confirm(int title, int text, int label) {
        var confirm = List.of(plain(title), mrkdwn(text), plain(label), plain(label));
        return actions(Stream.of(
                button(",'confirm':{'title':%s,'text':%s,'confirm':%s,'deny':%s}".formatted(confirm.toArray()))));
    }

    private static String menu(String type, int options, int text, int value) {
        var all = IntStream.range(0, options)
                .mapToObj(number -> "{'text':%s,'value':'%s'}"
                        .formatted(plain(text), x(value - 1) + Character.toString(0x4e00 + number)))
                .collect(Collectors.joining(","));
        return actions(Stream.of("{'type':'%s','options':[%s]}".formatted(type, all)));
    }

    private static String table(int rows, int cells) {
        var row = repeated(cells, "{'type':'raw_text','text':'x'}");
        return "{'type':'table','rows':%s}".formatted(repeated(rows, row));
    }

    private static String rich(String element) {
        return "[{'type':'rich_text','elements':[%s]}]".formatted(element);
    }

    private static String section(String leaf) {
        return "{'type':'rich_text_section','elements':[%s]}".formatted(leaf);
    }
}
