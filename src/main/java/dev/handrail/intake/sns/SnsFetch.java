package dev.handrail.intake.sns;

import java.io.IOException;
import java.net.URI;

/** Reading an address at Amazon. */
@FunctionalInterface
public interface SnsFetch {
    /** Returns what is there; anything but 200 is an {@link IOException}. The caller has checked whose host it is. */
    byte[] read(URI address) throws IOException;
}
