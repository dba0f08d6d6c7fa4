package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoundAddressesTests {

    private static final String WHOSE = "The publisher's address";
    private static final Map<String, List<String>> NAMES = Map.of(
            "smp.example.org", List.of("93.184.215.14", "2001:db8::1"),
            "localhost.", List.of("127.0.0.1"),
            "inside.example.org", List.of("10.0.0.1"),
            "both.example.org", List.of("93.184.215.14", "::ffff:169.254.169.254"),
            "ula.example.org", List.of("2001:db8::1", "fd00::1"));

    private final FoundAddresses addresses = new FoundAddresses(false, FoundAddressesTests::resolved);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smp.example.org",
                " https://smp.example.org/\n",
                "HTTPS://smp.example.org:8443/a?b",
                "https://93.184.215.14",
                "https://[2001:db8::1]:8443/"
            })
    void areAskedOnTheInternet(String address) {
        assertThat(addresses.of(address, WHOSE)).hasToString(address.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://smp.example.org",
                "http://localhost",
                "http://127.0.0.1:8080",
                "http://[::1]",
                "HTTP://127.0.0.1",
                "https://user@smp.example.org",
                "https://smp.example.org:443@inside.example.org",
                "https://127.1",
                "https://0x7f.0.0.1",
                "https://127.0.0.1.",
                "https:///a",
                "https:smp.example.org",
                "file:///etc/passwd",
                "/here",
                ""
            })
    void areAskedOverTlsOnly(String address) {
        assertRefused(address, "does not begin with https:// and a host: " + address, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "HTTPS://127.0.0.1:8443",
                "https://0.0.0.0",
                "https://2130706433",
                "https://0",
                "https://10.1.2.3",
                "https://172.16.0.1",
                "https://192.168.0.1",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1",
                "https://224.0.0.1",
                "https://[::]",
                "https://[::1]",
                "https://[fe80::1]",
                "https://[fd00::1]",
                "https://[ff02::1]",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:7f00:1]",
                "https://[0:0:0:0:0:ffff:a00:1]",
                "https://[::127.0.0.1]",
                "https://localhost",
                "https://LOCALHOST:8443/",
                "https://localhost.",
                "https://inside.example.org",
                "https://both.example.org",
                "https://ula.example.org"
            })
    void areNotAskedInPrivateNetworks(String address) {
        assertRefused(address, "leads into a private network", true);
    }

    @Test
    void areAskedForAgainWhereTheDnsDoesNotKnowThem() {
        assertRefused("https://gone.example.org", "the DNS does not know", false);
    }

    @Test
    void areNoneIfTheyAreBroken() {
        assertRefused("https://[", "is no address: https://[", true);
        assertRefused("https://", "is no address: https://", true);
    }

    /** What a name stood for a while ago does not count. */
    @Test
    void areResolvedEachTime() {
        List<String> now = new ArrayList<>(List.of("93.184.215.14"));
        FoundAddresses moving = new FoundAddresses(false, host -> literal(now));
        var address = moving.of("https://smp.example.org", WHOSE);
        now.set(0, "127.0.0.1");

        assertThat(catchThrowableOfType(LookupFailed.class, () -> moving.held(address, WHOSE)))
                .hasMessageContaining("to 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1",
                "https://gone.example.org",
                "https://localhost",
                "http://localhost:1",
                "http://127.0.0.1",
                "http://[::1]"
            })
    void areAskedInAClosedNetworkAsIfTheyWereConfigured(String address) {
        assertThat(closed().of(address, WHOSE)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1",
                "http://[::ffff:127.0.0.1]",
                "http://localhost.",
                "https://user@10.0.0.1",
                "file:///etc/passwd"
            })
    void areNotReadByOthersInAClosedNetworkEither(String address) {
        assertThat(catchThrowableOfType(LookupFailed.class, () -> closed().of(address, WHOSE)))
                .hasMessageContaining("does not begin with https://");
    }

    private static FoundAddresses closed() {
        return new FoundAddresses(true, host -> {
            throw new UnknownHostException(host);
        });
    }

    private void assertRefused(String address, String reason, boolean isFinal) {
        LookupFailed refusal = catchThrowableOfType(LookupFailed.class, () -> addresses.of(address, WHOSE));

        assertThat(refusal).as(address).isNotNull();
        assertThat(refusal.reason()).startsWith(WHOSE).contains(reason);
        assertThat(refusal.isFinal()).isEqualTo(isFinal);
    }

    // Names of this machine and addresses in figures need no server.
    private static InetAddress[] resolved(String host) throws UnknownHostException {
        if (NAMES.containsKey(host)) {
            return literal(NAMES.get(host));
        }
        if (host.endsWith(".example.org")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    private static InetAddress[] literal(List<String> addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses.get(i));
        }
        return all;
    }
}
