package dev.handrail.intake.door;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * A range of addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address alone.
 *
 * @param bits how many of the base count, from the left
 */
public record Network(InetAddress base, int bits) {
    public static final String WANTED = "an address or a range, such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32";

    /** Returns the range; empty for anything else, a host's name included. */
    public static Optional<Network> parse(String text) {
        var slash = text.indexOf('/');
        var name = slash < 0 ? text : text.substring(0, slash);
        return address(name).flatMap(base -> {
            var most = base.getAddress().length * 8;
            var bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
            return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= most
                    ? Optional.of(new Network(base, Integer.parseInt(bits)))
                    : Optional.empty();
        });
    }

    /** Reads an address without asking any name server. */
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public static boolean anyCovers(Collection<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.covers(address));
    }

    public boolean covers(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        var whole = bits / 8;
        var rest = bits % 8;
        return Arrays.equals(mine, 0, whole, other, 0, whole)
                && (rest == 0 || (mine[whole] ^ other[whole]) >> (8 - rest) == 0);
    }

    /** Returns the range as it is written. */
    @Override
    public String toString() {
        return base.getHostAddress() + "/" + bits;
    }
}
