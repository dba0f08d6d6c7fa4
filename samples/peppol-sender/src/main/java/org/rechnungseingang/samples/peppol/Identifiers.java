package org.rechnungseingang.samples.peppol;

import com.helger.peppolid.IDocumentTypeIdentifier;
import com.helger.peppolid.IParticipantIdentifier;
import com.helger.peppolid.IProcessIdentifier;
import com.helger.peppolid.factory.PeppolIdentifierFactory;
import com.helger.peppolid.peppol.PeppolIdentifierHelper;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Peppol's identifiers from text, with or without a scheme before them (Policy for use of Identifiers). */
final class Identifiers {

    private static final PeppolIdentifierFactory FACTORY = PeppolIdentifierFactory.INSTANCE;

    private Identifiers() {}

    /** For instance {@code 0204:05999001-40010-37}. */
    static IParticipantIdentifier participant(String text) {
        String scheme = PeppolIdentifierHelper.DEFAULT_PARTICIPANT_SCHEME;
        return known(FACTORY.createParticipantIdentifier(scheme, without(text, scheme)), text);
    }

    /** For instance {@code urn:…:Invoice-2::Invoice##urn:…::2.1}. */
    static IDocumentTypeIdentifier documentType(String text) {
        String scheme = Stream.of(
                        PeppolIdentifierHelper.DOCUMENT_TYPE_SCHEME_BUSDOX_DOCID_QNS,
                        PeppolIdentifierHelper.DOCUMENT_TYPE_SCHEME_PEPPOL_DOCTYPE_WILDCARD)
                .filter(known -> text.startsWith(known + "::"))
                .findFirst()
                .orElse(PeppolIdentifierHelper.DOCUMENT_TYPE_SCHEME_BUSDOX_DOCID_QNS);
        return known(FACTORY.createDocumentTypeIdentifier(scheme, without(text, scheme)), text);
    }

    /** For instance {@code urn:fdc:peppol.eu:2017:poacc:billing:01:1.0}. */
    static IProcessIdentifier process(String text) {
        String scheme = PeppolIdentifierHelper.DEFAULT_PROCESS_SCHEME;
        return known(FACTORY.createProcessIdentifier(scheme, without(text, scheme)), text);
    }

    private static String without(String text, String scheme) {
        return text.startsWith(scheme + "::") ? text.substring(scheme.length() + 2) : text;
    }

    private static <T> T known(@Nullable T identifier, String text) {
        return Optional.ofNullable(identifier)
                .orElseThrow(() -> new IllegalArgumentException("not an identifier of Peppol: " + text));
    }
}
