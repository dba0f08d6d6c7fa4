package org.rechnungseingang.samples.peppol;

import com.helger.collection.commons.ICommonsList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.ebms3header.Ebms3MessageInfo;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.error.EEbmsError;
import com.helger.phase4.model.pmode.IPMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** Writes the business envelopes that come to a folder, each under its message's id; it does not look into them. */
final class Payloads implements IAS4IncomingMessageProcessorSPI {

    private final Pki pki;
    private final Path directory;

    Payloads(Pki pki, Path directory) {
        this.pki = pki;
        this.directory = directory;
    }

    /** The receipt is sent when this has returned. */
    @Override
    public AS4MessageProcessorResult processAS4UserMessage(
            IAS4IncomingMessageMetadata metadata,
            HttpHeaderMap headers,
            Ebms3UserMessage message,
            IPMode mode,
            @Nullable Node body,
            @Nullable ICommonsList<WSS4JAttachment> attachments,
            IAS4IncomingMessageState state,
            AS4ErrorList errors) {
        String id = Optional.ofNullable(message.getMessageInfo())
                .map(Ebms3MessageInfo::getMessageId)
                .orElseThrow();
        try {
            pki.check(Optional.ofNullable(state.getSigningCertificate())
                    .orElseThrow(() -> new GeneralSecurityException("not signed")));
        } catch (GeneralSecurityException e) {
            errors.add(EEbmsError.EBMS_FAILED_AUTHENTICATION
                    .errorBuilder(state.getLocale())
                    .refToMessageInError(id)
                    .errorDetail(e.getMessage())
                    .build());
            return AS4MessageProcessorResult.createFailure();
        }
        for (WSS4JAttachment attachment :
                Optional.<List<WSS4JAttachment>>ofNullable(attachments).orElse(List.of())) {
            write(FileName.of(id) + ".xml", attachment);
        }
        return AS4MessageProcessorResult.createSuccess();
    }

    @Override
    public AS4SignalMessageProcessorResult processAS4SignalMessage(
            IAS4IncomingMessageMetadata metadata,
            HttpHeaderMap headers,
            Ebms3SignalMessage message,
            @Nullable IPMode mode,
            IAS4IncomingMessageState state,
            AS4ErrorList errors) {
        return AS4SignalMessageProcessorResult.createSuccess();
    }

    @Override
    public void processAS4ResponseMessage(
            IAS4IncomingMessageMetadata metadata,
            IAS4IncomingMessageState state,
            String id,
            byte @Nullable [] response,
            boolean available,
            AS4ErrorList errors) {}

    private void write(String name, WSS4JAttachment attachment) {
        Path part = directory.resolve(name + ".part");
        try (InputStream in = attachment.getSourceStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
