package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.NewXml.add;
import static org.rechnungseingang.service.peppol.as4.NewXml.declaring;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/**
 * The signed answers to a message: AS4 receipts, which repeat the digests of what was received, and errors.
 */
public final class Signals {

    private final Signing signing;
    private final Supplier<String> ids;
    private final Clock clock;

    /**
     * With the key that signs.
     *
     * @param ids makes a new message id each time
     */
    public Signals(OwnKeys keys, Supplier<String> ids, Clock clock) {
        this.signing = new Signing(keys);
        this.ids = ids;
        this.clock = clock;
    }

    /** The AS4 receipt for a message (AS4 profile, 5.1.8): the proof that all of it was received. */
    public byte[] receipt(OpenedMessage message) {
        return signal(Optional.of(message.header().messageId()), signal -> {
            Element all =
                    declaring(add(add(signal, Names.EBMS, "eb:Receipt"), Names.EBBP, "ebbp:NonRepudiationInformation"));
            for (Element reference : message.references()) {
                add(all, Names.EBBP, "ebbp:MessagePartNRInformation").appendChild(copied(reference, all));
            }
        });
    }

    /** The error that tells the sender of a message why it is not taken. */
    public byte[] error(MessageRefused refusal, Optional<String> messageId) {
        EbmsError kind = refusal.error();
        return signal(messageId, signal -> {
            Element error = add(signal, Names.EBMS, "eb:Error");
            error.setAttributeNS(null, "category", kind.category());
            error.setAttributeNS(null, "errorCode", kind.code());
            error.setAttributeNS(null, "origin", "ebMS");
            error.setAttributeNS(null, "severity", "failure");
            error.setAttributeNS(null, "shortDescription", kind.shortDescription());
            messageId.ifPresent(id -> error.setAttributeNS(null, "refToMessageInError", id));
            Element description = add(error, Names.EBMS, "eb:Description");
            description.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", "en");
            description.setTextContent(refusal.reason());
            if (!refusal.detail().isEmpty()) {
                add(error, Names.EBMS, "eb:ErrorDetail", refusal.detail());
            }
        });
    }

    private byte[] signal(Optional<String> messageId, Consumer<Element> content) {
        NewEnvelope envelope = NewEnvelope.empty();
        Element signal = add(envelope.messaging(), Names.EBMS, "eb:SignalMessage");
        addInfo(signal, messageId);
        content.accept(signal);
        return signing.signed(envelope);
    }

    private void addInfo(Element signal, Optional<String> messageId) {
        Element info = add(signal, Names.EBMS, "eb:MessageInfo");
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        add(info, Names.EBMS, "eb:Timestamp", now);
        add(info, Names.EBMS, "eb:MessageId", ids.get());
        messageId.ifPresent(id -> add(info, Names.EBMS, "eb:RefToMessageId", id));
    }

    // A prefix that its old surroundings declared has to be declared with it, or the copy is no XML.
    private static Element copied(Element reference, Element into) {
        Element copy = (Element) into.getOwnerDocument().importNode(reference, true);
        String prefix = Optional.ofNullable(copy.getPrefix())
                .map(name -> "xmlns:" + name)
                .orElse("xmlns");
        copy.setAttributeNS(Names.XMLNS, prefix, Names.DS);
        return copy;
    }
}
