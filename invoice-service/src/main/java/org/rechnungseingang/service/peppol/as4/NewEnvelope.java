package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.NewXml.add;
import static org.rechnungseingang.service.peppol.as4.NewXml.declaring;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A SOAP envelope that is being written.
 *
 * @param root the envelope
 * @param messaging its header {@code eb:Messaging}, still empty
 * @param body its body, which stays empty
 */
record NewEnvelope(Element root, Element messaging, Element body) {

    static NewEnvelope empty() {
        Element root = NewXml.root(Names.SOAP, "S12:Envelope");
        Element messaging = declaring(add(add(root, Names.SOAP, "S12:Header"), Names.EBMS, "eb:Messaging"));
        messaging.setAttributeNS(Names.SOAP, "S12:mustUnderstand", "true");
        return new NewEnvelope(root, messaging, add(root, Names.SOAP, "S12:Body"));
    }

    Document document() {
        return root.getOwnerDocument();
    }
}
