package org.rechnungseingang.service.peppol.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Addresses of publishers and access points, who speak TLS (SMP 1.4.0, AS4 profile 2.0.3); on this machine nobody sits in
 * between.
 */
public final class Addresses {

    // No name is looked up: what it says now it need not say when it is connected to.
    private static final Pattern THIS_MACHINE = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int IPV6_BYTES = 16;
    private static final int MULTICAST = 224;

    private Addresses() {}

    /** Whether nobody on the way can read what is said there. */
    public static boolean isSafe(URI address) {
        return isOverTls(address)
                || isAsked(address, "http")
                        && THIS_MACHINE.matcher(address.getHost()).matches();
    }

    /** Whether it is {@code https://}, a host and no login. */
    public static boolean isOverTls(URI address) {
        return isAsked(address, "https");
    }

    private static boolean isAsked(URI address, String scheme) {
        return scheme.equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }

    /**
     * Whether it is one of the internet's: neither of this machine, of this network, of a private one (RFC 1918, RFC 4193),
     * shared (RFC 6598), of a group nor reserved. In IPv6 those are the ones of {@code 2000::/3}, which no IPv4 address is
     * written as.
     */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = Byte.toUnsignedInt(bytes[0]);
        if (bytes.length == IPV6_BYTES) {
            return first >> 5 == 1;
        }
        boolean shared = first == 100 && (bytes[1] & 0xc0) == 0x40;
        boolean near = address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress();
        return first > 0 && first < MULTICAST && !shared && !near;
    }
}
