package org.rechnungseingang.samples.peppol;

import com.helger.peppol.sbdh.EPeppolMLSType;
import com.helger.peppolid.IDocumentTypeIdentifier;
import com.helger.peppolid.IParticipantIdentifier;
import com.helger.peppolid.IProcessIdentifier;
import java.util.Optional;

/**
 * From whom to whom, and what: the envelope's facts (Peppol Business Message Envelope 2.0).
 *
 * @param country of whoever sends (C1), ISO 3166-1
 * @param version of the document's syntax
 * @param statusTo who wants the Message Level Status
 * @param statusType when it is wanted
 */
record Route(
        IParticipantIdentifier sender,
        IParticipantIdentifier receiver,
        IDocumentTypeIdentifier documentType,
        IProcessIdentifier process,
        String version,
        String country,
        Optional<IParticipantIdentifier> statusTo,
        Optional<EPeppolMLSType> statusType) {}
