package org.rechnungseingang.service.peppol.outbound;

import static org.rechnungseingang.service.peppol.as4.NewXml.add;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.Names;
import org.rechnungseingang.service.peppol.as4.NewBusinessDocument;
import org.rechnungseingang.service.peppol.as4.NewXml;
import org.rechnungseingang.service.peppol.outbound.LevelStatus.Issue;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage.Kind;
import org.w3c.dom.Element;

/**
 * A Message Level Status as it is sent: a UBL 2.1 ApplicationResponse by Peppol MLS 1.0, in its envelope.
 *
 * @param status what it says
 * @param answers the name of the envelope that it is about
 * @param instanceId the name of its own
 * @param sender who says it, {@code 0242:000100}
 * @param receiver who shall hear it
 * @param country where the sender is
 * @param at when it is said
 */
record LevelStatusDocument(
        LevelStatus status,
        String answers,
        String instanceId,
        String sender,
        String receiver,
        String country,
        Instant at) {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CAC = UBL + "CommonAggregateComponents-2";
    private static final String CBC = UBL + "CommonBasicComponents-2";

    /** The same to somebody else. */
    LevelStatusDocument to(String other) {
        return new LevelStatusDocument(status, answers, instanceId, sender, other, country, at);
    }

    byte[] bytes() {
        Kind kind = Kind.MESSAGE_LEVEL_STATUS;
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        Element response = new NewBusinessDocument(
                        instanceId,
                        new Identifier(Names.PARTICIPANT_SCHEME, sender),
                        new Identifier(Names.PARTICIPANT_SCHEME, receiver),
                        kind.documentType(),
                        kind.process(),
                        "2.1",
                        country,
                        second)
                .around(UBL + "ApplicationResponse-2", "ubl:ApplicationResponse");
        declare(response, "cac", CAC);
        declare(response, "cbc", CBC);
        OffsetDateTime utc = second.atOffset(ZoneOffset.UTC);
        add(response, CBC, "cbc:CustomizationID", "urn:peppol:edec:mls:1.0");
        add(response, CBC, "cbc:ProfileID", kind.process().value());
        add(response, CBC, "cbc:ID", instanceId);
        add(response, CBC, "cbc:IssueDate", utc.toLocalDate().toString());
        add(response, CBC, "cbc:IssueTime", utc.format(DateTimeFormatter.ofPattern("HH:mm:ssXXX")));
        writeParty(response, "cac:SenderParty", sender);
        writeParty(response, "cac:ReceiverParty", receiver);
        write(add(response, CAC, "cac:DocumentResponse"));
        return NewXml.bytes(response);
    }

    private static void declare(Element root, String prefix, String namespace) {
        root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:" + prefix, namespace);
    }

    private static void writeParty(Element response, String role, String participant) {
        int colon = participant.indexOf(':');
        add(add(response, CAC, role), CBC, "cbc:EndpointID", participant.substring(colon + 1))
                .setAttributeNS(null, "schemeID", participant.substring(0, colon));
    }

    private void write(Element documentResponse) {
        Element overall = add(documentResponse, CAC, "cac:Response");
        add(overall, CBC, "cbc:ResponseCode", status.code());
        if (!status.accepted()) {
            add(overall, CBC, "cbc:Description", status.description());
        }
        add(add(documentResponse, CAC, "cac:DocumentReference"), CBC, "cbc:ID", answers);
        status.issues().forEach(issue -> write(issue, add(documentResponse, CAC, "cac:LineResponse")));
    }

    private static void write(Issue issue, Element line) {
        add(add(line, CAC, "cac:LineReference"), CBC, "cbc:LineID", issue.place());
        Element response = add(line, CAC, "cac:Response");
        add(response, CBC, "cbc:Description", issue.text());
        add(
                add(response, CAC, "cac:Status"),
                CBC,
                "cbc:StatusReasonCode",
                issue.cause().name());
    }
}
