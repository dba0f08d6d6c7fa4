package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.NewXml.add;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.crypto.KeyGenerator;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecEncrypt;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.w3c.dom.Element;

/** Writes a message of ours by the Peppol AS4 profile 2.0.3: compressed, signed, and encrypted for its receiver. */
public final class SealMessage {

    private static final int SESSION_KEY_BITS = 128;

    private final OwnKeys keys;
    private final Signing signing;

    /** With the key that signs. */
    public SealMessage(OwnKeys keys) {
        this.keys = keys;
        this.signing = new Signing(keys);
    }

    /** The message as the access point with this certificate can open it. */
    public SealedMessage seal(OutgoingMessage message, X509Certificate receiver) {
        String contentId = UUID.randomUUID() + "@" + keys.party();
        byte[] payload = zipped(message.document());
        NewEnvelope envelope = NewEnvelope.empty();
        write(envelope.messaging(), message, PartyName.of(receiver), contentId);
        NewAttachment attachment = new NewAttachment(contentId, payload);
        WSSecHeader header = signing.signed(envelope, attachment);
        encrypt(header, attachment, receiver);
        declare(header.getSecurityHeaderElement());
        byte[] soap = NewXml.bytes(envelope.root());
        NewMime mime = NewMime.of(soap, contentId, attachment.bytes());
        return new SealedMessage(
                message.messageId(),
                PartyName.of(receiver),
                mime.contentType(),
                mime.body(),
                soap,
                payload,
                SignedBy.of(header.getSecurityHeaderElement()).references());
    }

    private void write(Element messaging, OutgoingMessage message, String receiver, String contentId) {
        Element user = add(messaging, Names.EBMS, "eb:UserMessage");
        Element info = add(user, Names.EBMS, "eb:MessageInfo");
        add(info, Names.EBMS, "eb:Timestamp", message.timestamp().toString());
        add(info, Names.EBMS, "eb:MessageId", message.messageId());
        Element parties = add(user, Names.EBMS, "eb:PartyInfo");
        writeParty(parties, "eb:From", keys.party(), Names.INITIATOR);
        writeParty(parties, "eb:To", receiver, Names.RESPONDER);
        Element collaboration = add(user, Names.EBMS, "eb:CollaborationInfo");
        add(collaboration, Names.EBMS, "eb:AgreementRef", Names.AGREEMENT);
        add(collaboration, Names.EBMS, "eb:Service", message.process().value())
                .setAttributeNS(null, "type", message.process().scheme());
        Identifier type = message.documentType();
        add(collaboration, Names.EBMS, "eb:Action", type.scheme() + "::" + type.value());
        add(collaboration, Names.EBMS, "eb:ConversationId", message.messageId());
        Element properties = add(user, Names.EBMS, "eb:MessageProperties");
        writeParticipant(properties, "originalSender", message.sender());
        writeParticipant(properties, "finalRecipient", message.receiver());
        writePayload(user, contentId);
    }

    private static void writeParty(Element parties, String element, String name, String role) {
        Element party = add(parties, Names.EBMS, element);
        add(party, Names.EBMS, "eb:PartyId", name).setAttributeNS(null, "type", Names.ACCESS_POINT);
        add(party, Names.EBMS, "eb:Role", role);
    }

    private static void writeParticipant(Element properties, String name, Identifier participant) {
        writeProperty(properties, name, participant.value()).setAttributeNS(null, "type", participant.scheme());
    }

    private static void writePayload(Element user, String contentId) {
        Element part = add(add(user, Names.EBMS, "eb:PayloadInfo"), Names.EBMS, "eb:PartInfo");
        part.setAttributeNS(null, "href", "cid:" + contentId);
        Element properties = add(part, Names.EBMS, "eb:PartProperties");
        writeProperty(properties, "MimeType", "application/xml");
        writeProperty(properties, "CompressionType", "application/gzip");
    }

    private static Element writeProperty(Element properties, String name, String value) {
        Element property = add(properties, Names.EBMS, "eb:Property", value);
        property.setAttributeNS(null, "name", name);
        return property;
    }

    private static void encrypt(WSSecHeader header, NewAttachment attachment, X509Certificate receiver) {
        try {
            WSSecEncrypt encryption = new WSSecEncrypt(header);
            encryption.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            encryption.setSymmetricEncAlgorithm(Names.AES_128_GCM);
            encryption.setKeyEncAlgo(Names.RSA_OAEP);
            encryption.setDigestAlgorithm(Names.SHA256);
            encryption.setMGFAlgorithm(Names.MGF1_SHA256);
            encryption.setUseThisCert(receiver);
            encryption.setAttachmentCallbackHandler(attachment);
            encryption.getParts().add(NewAttachment.part());
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(SESSION_KEY_BITS);
            encryption.build(new Merlin(), generator.generateKey());
        } catch (WSSecurityException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A message could not be encrypted for " + PartyName.of(receiver), e);
        }
    }

    // WSS4J leaves it to the writer of the tree to declare what it uses.
    private static void declare(Element security) {
        security.setAttributeNS(Names.XMLNS, "xmlns:ds", Names.DS);
        security.setAttributeNS(Names.XMLNS, "xmlns:xenc", Names.XENC);
        security.setAttributeNS(Names.XMLNS, "xmlns:xenc11", Names.XENC11);
    }

    private static byte[] zipped(byte[] document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
