package org.rechnungseingang.service.peppol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The texts of a right message, on few lines as on the wire. */
final class Templates {

    static final String DOCUMENT_TYPE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##"
            + "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0::2.1";
    static final String PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    static final String SENDER = "0088:4012345000009";

    private static final String SOAP = """
            <S12:Envelope xmlns:S12="http://www.w3.org/2003/05/soap-envelope"><S12:Header>\
            <eb:Messaging xmlns:eb="http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/" \
            xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" \
            S12:mustUnderstand="true" wsu:Id="messaging"><eb:UserMessage>\
            <eb:MessageInfo><eb:Timestamp>{now}</eb:Timestamp><eb:MessageId>{message-id}</eb:MessageId></eb:MessageInfo>\
            <eb:PartyInfo>\
            <eb:From><eb:PartyId type="urn:fdc:peppol.eu:2017:identifiers:ap">POP000200</eb:PartyId>\
            <eb:Role>http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/initiator</eb:Role></eb:From>\
            <eb:To><eb:PartyId type="urn:fdc:peppol.eu:2017:identifiers:ap">POP000100</eb:PartyId>\
            <eb:Role>http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/responder</eb:Role></eb:To>\
            </eb:PartyInfo><eb:CollaborationInfo>\
            <eb:AgreementRef>urn:fdc:peppol.eu:2017:agreements:tia:ap_provider</eb:AgreementRef>\
            <eb:Service type="cenbii-procid-ubl">{process}</eb:Service>\
            <eb:Action>busdox-docid-qns::{document-type}</eb:Action>\
            <eb:ConversationId>one@sender.example</eb:ConversationId></eb:CollaborationInfo><eb:MessageProperties>\
            <eb:Property name="originalSender" type="iso6523-actorid-upis">{sender}</eb:Property>\
            <eb:Property name="finalRecipient" type="iso6523-actorid-upis">{receiver}</eb:Property>\
            </eb:MessageProperties><eb:PayloadInfo><eb:PartInfo href="{href}"><eb:PartProperties>\
            <eb:Property name="MimeType">application/xml</eb:Property>\
            <eb:Property name="CompressionType">application/gzip</eb:Property>\
            </eb:PartProperties></eb:PartInfo></eb:PayloadInfo></eb:UserMessage></eb:Messaging></S12:Header>\
            <S12:Body xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" \
            wsu:Id="body"/></S12:Envelope>""";

    private static final String BUSINESS_DOCUMENT = """
            <?xml version="1.0" encoding="UTF-8"?><sh:StandardBusinessDocument \
            xmlns:sh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">\
            <sh:StandardBusinessDocumentHeader><sh:HeaderVersion>1.0</sh:HeaderVersion>\
            <sh:Sender><sh:Identifier Authority="iso6523-actorid-upis">{sender}</sh:Identifier></sh:Sender>\
            <sh:Receiver><sh:Identifier Authority="iso6523-actorid-upis">{receiver}</sh:Identifier></sh:Receiver>\
            <sh:DocumentIdentification><sh:Standard>urn:oasis:names:specification:ubl:schema:xsd:Invoice-2</sh:Standard>\
            <sh:TypeVersion>2.1</sh:TypeVersion><sh:InstanceIdentifier>{instance}</sh:InstanceIdentifier>\
            <sh:Type>Invoice</sh:Type><sh:CreationDateAndTime>{now}</sh:CreationDateAndTime></sh:DocumentIdentification>\
            <sh:BusinessScope>\
            <sh:Scope><sh:Type>DOCUMENTID</sh:Type><sh:InstanceIdentifier>{document-type}</sh:InstanceIdentifier>\
            <sh:Identifier>busdox-docid-qns</sh:Identifier></sh:Scope>\
            <sh:Scope><sh:Type>PROCESSID</sh:Type><sh:InstanceIdentifier>{process}</sh:InstanceIdentifier>\
            <sh:Identifier>cenbii-procid-ubl</sh:Identifier></sh:Scope>\
            <sh:Scope><sh:Type>COUNTRY_C1</sh:Type><sh:InstanceIdentifier>DE</sh:InstanceIdentifier></sh:Scope>\
            </sh:BusinessScope></sh:StandardBusinessDocumentHeader>{invoice}</sh:StandardBusinessDocument>""";

    private Templates() {}

    static String soap(String messageId, String href) {
        return filled(SOAP, Instant.now()).replace("{message-id}", messageId).replace("{href}", href);
    }

    static String businessDocument(String instanceId, Instant created, String invoice) {
        return filled(BUSINESS_DOCUMENT, created)
                .replace("{instance}", instanceId)
                .replace("{invoice}", invoice);
    }

    private static String filled(String template, Instant time) {
        return template.replace("{now}", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .replace("{document-type}", DOCUMENT_TYPE)
                .replace("{process}", PROCESS)
                .replace("{sender}", SENDER)
                .replace("{receiver}", AMessage.RECEIVER);
    }
}
