package org.rechnungseingang.service.peppol.smp;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.rechnungseingang.service.peppol.http.Addresses;

/**
 * Which addresses are asked of those that the directory and publishers tell: they are strangers, and this machine reaches
 * what strangers do not. A name is resolved before each time that it is asked; the connection resolves it again, for which
 * the JDK remembers it some seconds, and whoever is there has to prove it by his TLS certificate.
 */
public final class FoundAddresses {

    private final Dns dns;
    private final boolean privateToo;

    /**
     * With or without those of private networks.
     *
     * @param privateToo also those that nobody reaches over the internet, and plain text on this machine
     */
    public FoundAddresses(boolean privateToo) {
        this(privateToo, InetAddress::getAllByName);
    }

    FoundAddresses(boolean privateToo, Dns dns) {
        this.privateToo = privateToo;
        this.dns = dns;
    }

    /** What a name stands for. */
    interface Dns {

        /** All of it; an address in figures stands for itself. */
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /**
     * The address in a text.
     *
     * @param whose what it is, for the reason
     */
    URI of(String text, String whose) {
        try {
            return held(new URI(text.strip()), whose);
        } catch (URISyntaxException e) {
            throw LookupFailed.forGood(whose + " is no address: " + text, e);
        }
    }

    /** The same address, if it may still be asked. */
    URI held(URI address, String whose) {
        LookupFailed.unless(
                privateToo ? Addresses.isSafe(address) : Addresses.isOverTls(address),
                whose + " does not begin with https:// and a host: " + address);
        if (!privateToo) {
            resolved(address, whose)
                    .filter(one -> !Addresses.isPublic(one))
                    .findFirst()
                    .ifPresent(one -> {
                        throw LookupFailed.forGood(whose + " leads into a private network, to " + one.getHostAddress()
                                + ", which the configuration does not allow: " + address);
                    });
        }
        return address;
    }

    private Stream<InetAddress> resolved(URI address, String whose) {
        try {
            return Stream.of(dns.all(address.getHost()));
        } catch (UnknownHostException e) {
            throw LookupFailed.forNow(whose + " has a host that the DNS does not know now: " + address, e);
        }
    }
}
