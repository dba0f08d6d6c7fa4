package org.rechnungseingang.samples.peppol;

import com.helger.phase4.CAS4;
import com.helger.phase4.ebms3header.Ebms3MessageInfo;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What phase4 leaves out: it takes a receipt without a signature for one, verifies a signature whatever it covers and
 * whoever below the root made it, looks into no revocation list, and not at the message that the receipt names.
 *
 * @param pki who is believed
 * @param message its id
 * @param party to whom the message went, the name in his certificate
 */
record ReceiptCheck(Pki pki, String message, String party) {

    List<String> faults(Ebms3SignalMessage signal, IAS4IncomingMessageState state) {
        List<String> faults = new ArrayList<>();
        String named = Optional.ofNullable(signal.getMessageInfo())
                .map(Ebms3MessageInfo::getRefToMessageId)
                .orElse("none");
        if (!message.equals(named)) {
            faults.add("for another message: " + named);
        }
        Optional.ofNullable(state.getSigningCertificate())
                .filter(certificate -> state.isSoapSignatureChecked())
                .ifPresentOrElse(signer -> faults.addAll(faults(signer)), () -> faults.add("not signed"));
        if (!Optional.ofNullable(state.getOriginalSoapDocument())
                .filter(ReceiptCheck::signsMessaging)
                .isPresent()) {
            faults.add("the signature leaves out the receipt");
        }
        return faults;
    }

    private List<String> faults(X509Certificate signer) {
        String name = Party.of(signer);
        if (!name.equals(party)) {
            return List.of("signed by " + name + " instead of " + party);
        }
        try {
            pki.check(signer);
            return List.of();
        } catch (GeneralSecurityException e) {
            return List.of("signed by somebody not believed: " + e.getMessage());
        }
    }

    private static boolean signsMessaging(Document soap) {
        NodeList messaging = soap.getElementsByTagNameNS(CAS4.EBMS_NS, "Messaging");
        NodeList signed = soap.getElementsByTagNameNS(CAS4.DS_NS, "SignedInfo");
        if (messaging.getLength() != 1 || signed.getLength() != 1) {
            return false;
        }
        String id = ((Element) messaging.item(0)).getAttributeNS(CAS4.WSU_NS, "Id");
        NodeList references = ((Element) signed.item(0)).getElementsByTagNameNS(CAS4.DS_NS, "Reference");
        return IntStream.range(0, references.getLength())
                .mapToObj(i -> ((Element) references.item(i)).getAttribute("URI"))
                .anyMatch(("#" + id)::equals);
    }
}
