package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.NewXml.add;
import static org.rechnungseingang.service.peppol.as4.NewXml.declaring;

import java.time.Instant;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.w3c.dom.Element;

/**
 * The envelope of a document of ours (Peppol Business Message Envelope 2.0).
 *
 * @param instanceId its own name
 * @param sender participant who sends
 * @param receiver participant who receives
 * @param documentType what the document is
 * @param process in which process
 * @param version of the document's standard, {@code 2.1}
 * @param country where the sender is, ISO 3166-1 alpha-2
 * @param createdAt when it was made
 */
public record NewBusinessDocument(
        String instanceId,
        Identifier sender,
        Identifier receiver,
        Identifier documentType,
        Identifier process,
        String version,
        String country,
        Instant createdAt) {

    private static final String SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

    /**
     * The envelope with a new document in it.
     *
     * @param namespace of the document's root
     * @param name its qualified name
     * @return the empty root
     */
    public Element around(String namespace, String name) {
        Element envelope = NewXml.root(SBDH, "sh:StandardBusinessDocument");
        Element header = add(envelope, SBDH, "sh:StandardBusinessDocumentHeader");
        add(header, SBDH, "sh:HeaderVersion", "1.0");
        writeParty(header, "Sender", sender);
        writeParty(header, "Receiver", receiver);
        Element identification = add(header, SBDH, "sh:DocumentIdentification");
        add(identification, SBDH, "sh:Standard", namespace);
        add(identification, SBDH, "sh:TypeVersion", version);
        add(identification, SBDH, "sh:InstanceIdentifier", instanceId);
        Element document = declaring(add(envelope, namespace, name));
        add(identification, SBDH, "sh:Type", document.getLocalName());
        add(identification, SBDH, "sh:CreationDateAndTime", createdAt.toString());
        Element scopes = add(header, SBDH, "sh:BusinessScope");
        writeScope(scopes, "DOCUMENTID", documentType);
        writeScope(scopes, "PROCESSID", process);
        writeScope(scopes, "COUNTRY_C1", new Identifier("", country));
        return document;
    }

    private static void writeParty(Element header, String role, Identifier participant) {
        add(add(header, SBDH, "sh:" + role), SBDH, "sh:Identifier", participant.value())
                .setAttributeNS(null, "Authority", participant.scheme());
    }

    private static void writeScope(Element scopes, String type, Identifier value) {
        Element scope = add(scopes, SBDH, "sh:Scope");
        add(scope, SBDH, "sh:Type", type);
        add(scope, SBDH, "sh:InstanceIdentifier", value.value());
        if (!value.scheme().isEmpty()) {
            add(scope, SBDH, "sh:Identifier", value.scheme());
        }
    }
}
