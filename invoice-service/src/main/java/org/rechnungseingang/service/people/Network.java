package org.rechnungseingang.service.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a login comes from. Whoever has one IPv6 address has a whole /64 of them (RFC 6177), so that is what counts; an IPv4
 * address counts for itself.
 *
 * @param text the address or prefix, without spaces
 */
record Network(String text) {

    private static final int PREFIX_BYTES = 8;

    /** The network of a peer's address as the server gives it. */
    static Network of(String address) {
        String bare = address.replaceAll("[\\[\\]\\s]", "").replaceAll("%.*", "");
        return new Network(bare.contains(":") ? prefix(bare) : bare);
    }

    private static String prefix(String bare) {
        try {
            // A text with a colon is an address or an error; no name server is asked.
            InetAddress address = InetAddress.getByName(bare);
            // ::ffff:192.0.2.1 is told as the IPv4 address that it is.
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
