package dev.handrail.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.200, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "0.0.0.0/0, 2001:db8::1, false"
    })
    void givenARange_thenItCoversWhatIsInIt(String range, String address, boolean covered) {
        assertThat(Network.parse(range).orElseThrow().covers(InetAddress.ofLiteral(address)))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "10.0.0.0/33", "10.0.0/8/1", "::/129", "10.0.0.0/-1", "10.0.0.0/"})
    void givenAnythingElse_thenItIsNoRange(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    @Test
    void givenProxies_thenOnlyWhatTheyAddedIsBelieved() {
        var proxies = new Proxies(List.of(Network.parse("10.0.0.0/8").orElseThrow()));
        var proxy = InetAddress.ofLiteral("10.0.0.1");
        var stranger = InetAddress.ofLiteral("203.0.113.9");

        assertThat(proxies.sender(proxy, Optional.of("192.0.2.7")).getHostAddress())
                .isEqualTo("192.0.2.7");
        assertThat(proxies.sender(proxy, Optional.of("192.0.2.1, 192.0.2.7, 10.0.0.2"))
                        .getHostAddress())
                .isEqualTo("192.0.2.7");
        assertThat(proxies.sender(stranger, Optional.of("192.0.2.7"))).isEqualTo(stranger);
        assertThat(proxies.sender(proxy, Optional.of("unknown"))).isEqualTo(proxy);
        assertThat(proxies.sender(proxy, Optional.empty())).isEqualTo(proxy);
        assertThat(new Proxies(List.of()).sender(proxy, Optional.of("192.0.2.7")))
                .isEqualTo(proxy);
    }
}
