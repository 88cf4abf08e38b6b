package dev.handrail.platform.source;

/** A text as a value in YAML. */
public final class YamlText {
    private YamlText() {}

    /** A plain word needs no quotes; anything else gets them. The text is one line. */
    public static String quoted(String text) {
        var isPlain = text.matches("[A-Za-z][A-Za-z0-9 _./()-]*") && !text.endsWith(" ") && !isWordOfYaml(text);
        return isPlain ? text : "'" + text.replace("'", "''") + "'";
    }

    private static boolean isWordOfYaml(String text) {
        return text.matches("(?i)true|false|null|yes|no|on|off|y|n");
    }
}
