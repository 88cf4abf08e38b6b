package dev.handrail.intake.door;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The proxies that stand before Handrail. Only what they add to {@code X-Forwarded-For} is believed: read from the right, the first
 * address that is no proxy's is the sender's, and whatever stands left of it was written by the sender itself.
 */
public record Proxies(List<Network> networks) {
    public Proxies {
        networks = List.copyOf(networks);
    }

    /** @param forwarded the header's value, if there is one */
    InetAddress sender(InetAddress peer, Optional<String> forwarded) {
        if (networks.isEmpty() || forwarded.isEmpty()) {
            return peer;
        }
        var sender = peer;
        var hops = forwarded.get().split(",", -1);
        for (var i = hops.length - 1; i >= 0 && Network.anyCovers(networks, sender); i--) {
            var hop = Network.address(hops[i].strip());
            if (hop.isEmpty()) {
                return sender;
            }
            sender = hop.get();
        }
        return sender;
    }
}
