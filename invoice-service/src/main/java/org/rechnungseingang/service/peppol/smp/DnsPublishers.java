package org.rechnungseingang.service.peppol.smp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/**
 * Asks the network's directory of publishers, which is a zone of the DNS (SML 1.3.0). What the DNS says is not signed; whom
 * it leads to has to sign.
 */
public final class DnsPublishers implements Publishers {

    /** The zone of the production network. */
    public static final String PRODUCTION = "participant.sml.prod.tech.peppol.org";

    /** The zone of the test network. */
    public static final String TEST = "participant.sml.test.tech.peppol.org";

    private static final String NAPTR = "NAPTR";
    private static final int TRIES = 3;
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9-]{1,63}");

    private final String zone;
    private final FoundAddresses addresses;
    private final Hashtable<String, String> settings = new Hashtable<>();

    /**
     * In this zone.
     *
     * @param server name or address of the server that is asked, with or without a port; empty for those of this machine
     * @param patience how long a server is waited for
     * @param addresses which publishers are asked
     */
    public DnsPublishers(String zone, String server, Duration patience, FoundAddresses addresses) {
        this.zone = zone;
        this.addresses = addresses;
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, server.isEmpty() ? "dns:" : "dns://" + server);
        // Each try waits twice as long as the one before it.
        long first = Math.max(1, patience.toMillis() / ((1 << TRIES) - 1));
        settings.put("com.sun.jndi.dns.timeout.initial", String.valueOf(first));
        settings.put("com.sun.jndi.dns.timeout.retries", String.valueOf(TRIES));
    }

    @Override
    public URI of(Identifier participant) {
        LookupFailed.unless(
                SCHEME.matcher(participant.scheme()).matches(),
                "The participant's scheme cannot be part of a name: " + participant.scheme());
        String host = ParticipantHost.of(participant, zone);
        return Naptr.publisher(records(host), host)
                .map(found -> addresses.of(found, "The publisher's address"))
                .orElseThrow(() -> LookupFailed.forGood("Not registered: the directory has no publisher at " + host));
    }

    // The DNS provider gives texts and opens no objects.
    @SuppressWarnings("BanJNDI")
    private List<String> records(String host) {
        try {
            InitialDirContext context = new InitialDirContext(settings);
            try {
                return texts(Optional.ofNullable(
                        context.getAttributes(host, new String[] {NAPTR}).get(NAPTR)));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            throw LookupFailed.forGood("Not registered: the directory does not know " + host, e);
        } catch (NamingException e) {
            throw LookupFailed.forNow("The directory of publishers cannot be asked about " + host + ": " + e, e);
        }
    }

    private static List<String> texts(Optional<Attribute> records) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (records.isPresent()) {
            Collections.list(records.get().getAll()).forEach(record -> texts.add(String.valueOf(record)));
        }
        return texts;
    }
}
