package dev.handrail.cli.author;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The browser of whoever sits there, by what their system opens addresses with. */
final class Browser {
    private static final List<String> OPENERS = List.of("xdg-open", "open", "wslview");

    private Browser() {}

    /** Says whether something took the address. */
    static boolean open(URI address) {
        return OPENERS.stream().anyMatch(opener -> takes(opener, address));
    }

    private static boolean takes(String opener, URI address) {
        try {
            new ProcessBuilder(opener, address.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
