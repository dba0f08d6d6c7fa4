package org.rechnungseingang.samples.peppol;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.dump.AS4OutgoingDumperFileBased;
import com.helger.phase4.messaging.http.HttpRetrySettings;
import com.helger.phase4.peppol.Phase4PeppolSender;
import com.helger.phase4.peppol.Phase4PeppolSender.PeppolUserMessageBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** An access point that sends (corner 2): phase4 with an address instead of an SMP. May be used by several threads. */
final class Sender {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pki pki;
    private final String url;
    private final X509Certificate receiver;
    private final OurAuthority authority;
    private final AS4CryptoFactoryInMemoryKeyStore crypto;
    private final String self;
    private final int retries;
    private final Optional<Path> dumps;

    /**
     * @param as whose key signs
     * @param receiver for whom it is encrypted
     * @param retries how often a message is sent again as it is if no answer comes
     * @param dumps folder that gets each message as it is sent
     */
    Sender(Pki pki, String as, String url, X509Certificate receiver, int retries, Optional<Path> dumps)
            throws GeneralSecurityException, IOException {
        this.pki = pki;
        this.url = url;
        this.receiver = receiver;
        this.retries = retries;
        this.dumps = dumps;
        this.authority = new OurAuthority(pki);
        this.crypto = pki.crypto(as);
        this.self = Party.of(pki.certificate(as + ".pem"));
    }

    /** Sends it and waits for the answer. */
    Answer send(Message message) throws IOException {
        Answer answer = new Answer(message, new ReceiptCheck(pki, message.id(), Party.of(receiver)));
        PeppolUserMessageBuilder builder = addressed(message)
                .cryptoFactory(crypto)
                .senderPartyID(self)
                .receiverEndpointDetails(receiver, url)
                .peppolAP_CAChecker(authority)
                .httpRetrySettings(
                        new HttpRetrySettings().setMaxRetries(retries).setDurationBeforeRetry(PAUSE))
                .rawResponseConsumer(answer)
                .signalMsgConsumer(answer)
                .signalMsgValidationResultHdl(answer);
        dumps.ifPresent(folder -> builder.outgoingDumper(new AS4OutgoingDumperFileBased((mode, id, attempt) ->
                folder.resolve(id + "." + attempt + ".as4").toFile())));
        builder.sendMessageAndCheckForReceipt(answer::failed);
        return answer;
    }

    private static PeppolUserMessageBuilder addressed(Message message) throws IOException {
        Route route = message.route();
        PeppolUserMessageBuilder builder = Phase4PeppolSender.builder()
                .messageID(message.id())
                .senderParticipantID(route.sender())
                .receiverParticipantID(route.receiver())
                .documentTypeID(route.documentType())
                .processID(route.process())
                .countryC1(route.country())
                .sbdhInstanceIdentifier(message.envelope())
                .sbdhTypeVersion(route.version())
                .payload(Files.readAllBytes(message.file()));
        route.statusTo().ifPresent(builder::mlsTo);
        route.statusType().ifPresent(builder::mlsType);
        return builder;
    }
}
