package org.rechnungseingang.service.peppol.smp;

import static org.rechnungseingang.service.peppol.as4.Names.DS;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.rechnungseingang.document.Bounds;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Dom;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.service.peppol.as4.Nodes;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.w3c.dom.Element;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A publisher's answer ({@code SignedServiceMetadata}) that is believed. Its elements are the very nodes that the signature
 * was held against.
 *
 * @param metadata {@code ServiceMetadata}
 * @param signer the publisher
 */
record SignedMetadata(Element metadata, X509Certificate signer) {

    private static final Bounds BOUNDS =
            new Bounds(HttpGet.MOST_BYTES, 32, 64, 256, 1_000, 50_000, 100, 1_000, 10, 1_000);

    /** Reads an answer that somebody has signed for whom one of the authorities vouches. */
    static SignedMetadata of(byte[] answer, TrustedCertificates authorities) {
        Element root = root(answer);
        int parts = Nodes.children(root).size();
        LookupFailed.unless(
                parts == 2,
                "The publisher's answer has one ServiceMetadata, one signature and nothing else, not " + parts);
        Element metadata = Elements.required(root, Names.SMP, "ServiceMetadata");
        LookupFailed.unless(
                Nodes.children(metadata).size() == 1,
                "The publisher's answer is either service information or a redirect");
        Element signature = Elements.required(root, DS, "Signature");
        X509Certificate signer = new MetadataSignature(signature).verified();
        Certificates.believe(signer, authorities, "The publisher's certificate");
        return new SignedMetadata(metadata, signer);
    }

    private static Element root(byte[] answer) {
        Element root = Dom.of(answer, BOUNDS)
                .orElseThrow(() -> LookupFailed.forGood("The publisher's answer is not taken: " + objection(answer)))
                .getDocumentElement();
        LookupFailed.unless(
                Nodes.is(root, Names.SMP, "SignedServiceMetadata"),
                "The publisher's answer is no SignedServiceMetadata but " + root.getTagName());
        return root;
    }

    private static String objection(byte[] answer) {
        Parsing parsing = Document.of(answer, BOUNDS).parse(new DefaultHandler());
        return parsing instanceof Parsing.Refused refused ? refused.english() : "it is no well-formed XML";
    }

    /** Where it sends on, if it does not answer itself. */
    Optional<Redirect> redirect() {
        return Elements.optional(metadata, Names.SMP, "Redirect").map(Redirect::of);
    }

    /** What it says itself. */
    ServiceInformation information() {
        return ServiceInformation.of(Elements.required(metadata, Names.SMP, "ServiceInformation"));
    }
}
