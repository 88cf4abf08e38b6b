package dev.handrail.simulator;

/** Messages of the kind that Handrail posts, for the page to show. */
final class PageSamples {
    private PageSamples() {}

    static String card() {
        return """
                [{"type":"header","text":{"type":"plain_text","text":":rotating_light: Order export stalled"}},
                 {"type":"section","text":{"type":"mrkdwn","text":"*Critical* · on step 2 of 5 with <@U01ANA> since \
                <!date^1795258800^{date_short_pretty} {time}|02:14 UTC>\\n>Orders are captured but do not reach the ERP; \
                the warehouse ships nothing new.\\nRunbook: <https://example.com/rb|Order export stalled> because \
                `alertname=OrderExportStalled`"},
                  "accessory":{"type":"overflow","action_id":"more","options":[
                    {"text":{"type":"plain_text","text":"Add a note"},"value":"note"},
                    {"text":{"type":"plain_text","text":"Show all steps"},"value":"steps"},
                    {"text":{"type":"plain_text","text":"Wrong runbook"},"value":"wrong"}]}},
                 {"type":"section","fields":[{"type":"mrkdwn","text":"*Owner*\\n<!subteam^S01ERP>"},
                    {"type":"mrkdwn","text":"*Flow*\\norder-to-erp"},{"type":"mrkdwn","text":"*Order*\\n100481"},
                    {"type":"mrkdwn","text":"*Region*\\neu"}]},
                 {"type":"actions","elements":[
                    {"type":"button","action_id":"take","style":"primary","value":"r1",
                     "text":{"type":"plain_text","text":"I'm on it"}},
                    {"type":"button","action_id":"escalate","style":"danger","value":"r1",
                     "text":{"type":"plain_text","text":"Escalate now"},
                     "confirm":{"title":{"type":"plain_text","text":"Page Marta Ruiz?"},
                        "text":{"type":"mrkdwn","text":"She is paged *at once* and gets the timeline so far."},
                        "confirm":{"type":"plain_text","text":"Page her"},"deny":{"type":"plain_text","text":"Not yet"}}}]},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"Fired 4 times in 10 min · next page in 9 min"}]}]
                """;
    }

    static String step() {
        return """
                [{"type":"section","text":{"type":"mrkdwn","text":"*Step 2 of 5: look at the export queue*"}},
                 {"type":"rich_text","elements":[
                    {"type":"rich_text_section","elements":[{"type":"text","text":"Open the queue in the "},
                       {"type":"link","url":"https://example.com/hac","text":"admin console"},
                       {"type":"text","text":" and count what waits:"}]},
                    {"type":"rich_text_list","style":"ordered","elements":[
                       {"type":"rich_text_section","elements":[{"type":"text","text":"Filter by "},
                          {"type":"text","text":"order-to-erp","style":{"code":true}}]},
                       {"type":"rich_text_section","elements":[{"type":"text","text":"Sort by "},
                          {"type":"text","text":"age","style":{"bold":true}}]}]},
                    {"type":"rich_text_preformatted","elements":[
                       {"type":"text","text":"select count(*) from export_queue where state = 'WAITING';"}]},
                    {"type":"rich_text_quote","elements":[{"type":"text","text":"More than 50 waiting is not normal."}]}]},
                 {"type":"table","rows":[
                    [{"type":"raw_text","text":"Queue"},{"type":"raw_text","text":"Waiting"}],
                    [{"type":"raw_text","text":"orders-eu"},{"type":"raw_text","text":"212"}],
                    [{"type":"raw_text","text":"orders-us"},{"type":"raw_text","text":"3"}]],
                  "column_settings":[{"align":"left"},{"align":"right"}]},
                 {"type":"actions","elements":[
                    {"type":"button","action_id":"a1","value":"1","text":{"type":"plain_text","text":"Fewer than 50"}},
                    {"type":"button","action_id":"a2","value":"2","text":{"type":"plain_text","text":"50 or more"}},
                    {"type":"button","action_id":"a3","value":"3","text":{"type":"plain_text","text":"Something else"}}]}]
                """;
    }

    static String modal() {
        return """
                {"type":"modal","callback_id":"note","notify_on_close":true,"title":{"type":"plain_text","text":"Add a note"},
                 "submit":{"type":"plain_text","text":"Save"},"close":{"type":"plain_text","text":"Cancel"},
                 "blocks":[
                   {"type":"section","text":{"type":"mrkdwn","text":"It is kept in the timeline of *Order export stalled*."}},
                   {"type":"input","block_id":"note","label":{"type":"plain_text","text":"What you saw"},
                    "hint":{"type":"plain_text","text":"No names of customers, please."},
                    "element":{"type":"plain_text_input","action_id":"text","multiline":true}},
                   {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Who should know?"},
                    "element":{"type":"users_select","action_id":"user"}}]}
                """;
    }

    /** A modal with a menu that the app fills. */
    static String search() {
        return """
                {"type":"modal","callback_id":"pick","title":{"type":"plain_text","text":"Wrong runbook"},
                 "submit":{"type":"plain_text","text":"Use it"},"close":{"type":"plain_text","text":"Cancel"},
                 "blocks":[
                   {"type":"input","block_id":"which","label":{"type":"plain_text","text":"Which is the right one?"},
                    "element":{"type":"external_select","action_id":"which","min_query_length":0,
                               "placeholder":{"type":"plain_text","text":"Type to search"}}}]}
                """;
    }

    /** What the app answers to words. */
    static String found(String words) {
        return """
                {"options":[{"text":{"type":"plain_text","text":"Refund failed"},"value":"refund"},
                            {"text":{"type":"plain_text","text":"Stock drift (%s)"},"value":"stock"}]}
                """.formatted(words);
    }
}
