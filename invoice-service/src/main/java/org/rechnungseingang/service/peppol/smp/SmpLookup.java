package org.rechnungseingang.service.peppol.smp;

import java.net.URI;
import java.time.Clock;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.rechnungseingang.service.peppol.http.Http;

/**
 * Asks the participant's service metadata publisher (SMP 1.4.0). Nothing is believed that a publisher has not signed for
 * whom the publishers' authority vouches, and nobody is found for whom the access points' authority does not.
 */
public final class SmpLookup implements Lookup {

    private final Publishers publishers;
    private final TrustedCertificates publisherAuthorities;
    private final TrustedCertificates accessPointAuthorities;
    private final FoundAddresses addresses;
    private final Clock clock;
    private final HttpGet http;
    private final Remembered remembered;

    /**
     * With these authorities, which are different ones in Peppol.
     *
     * @param publisherAuthorities who vouches for the signers of metadata
     * @param accessPointAuthorities who vouches for receivers
     * @param addresses to which others may lead
     */
    public SmpLookup(
            Publishers publishers,
            TrustedCertificates publisherAuthorities,
            TrustedCertificates accessPointAuthorities,
            FoundAddresses addresses,
            Clock clock,
            Http http) {
        this.publishers = publishers;
        this.publisherAuthorities = publisherAuthorities;
        this.accessPointAuthorities = accessPointAuthorities;
        this.addresses = addresses;
        this.clock = clock;
        this.http = new HttpGet(http);
        this.remembered = new Remembered(clock);
    }

    @Override
    public Endpoint find(Identifier participant, Identifier documentType, Identifier process) {
        Question question = new Question(participant, documentType, process);
        Endpoint endpoint = remembered.of(question).orElseGet(() -> {
            Endpoint found = ask(question);
            remembered.remember(question, found);
            return found;
        });
        addresses.held(endpoint.url(), ServiceEndpoint.ADDRESS);
        return endpoint;
    }

    @Override
    public void forget(Identifier participant, Identifier documentType, Identifier process) {
        remembered.forget(new Question(participant, documentType, process));
    }

    private Endpoint ask(Question question) {
        URI publisher = publishers.of(question.participant());
        SignedMetadata first = signed(question.at(publisher));
        return first.redirect()
                .map(this::followed)
                .orElse(first)
                .information()
                .endpoint(question, clock.instant())
                .believed(accessPointAuthorities, addresses);
    }

    // SMP 1.4.0: a client follows one redirect, and not another one behind it.
    private SignedMetadata followed(Redirect redirect) {
        SignedMetadata second = signed(addresses.of(redirect.to(), "The redirect's address"));
        LookupFailed.unless(
                redirect.isTo(second.signer()),
                "The redirect leads to an answer of "
                        + second.signer().getSubjectX500Principal().getName() + " and names another publisher: "
                        + redirect.publisher());
        LookupFailed.unless(second.redirect().isEmpty(), "The redirect leads to another redirect: " + redirect.to());
        return second;
    }

    private SignedMetadata signed(URI address) {
        return SignedMetadata.of(http.of(address), publisherAuthorities);
    }
}
