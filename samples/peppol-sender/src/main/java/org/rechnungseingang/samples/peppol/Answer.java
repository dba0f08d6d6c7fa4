package org.rechnungseingang.samples.peppol;

import com.helger.phase4.client.AS4ClientSentMessage;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.IAS4SignalMessageConsumer;
import com.helger.phase4.sender.IAS4RawResponseConsumer;
import com.helger.phase4.sender.IAS4SignalMessageValidationResultHandler;
import com.helger.phase4.util.Phase4Exception;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what phase4 tells of the answer to one message. */
final class Answer
        implements IAS4RawResponseConsumer, IAS4SignalMessageConsumer, IAS4SignalMessageValidationResultHandler {

    private final Message message;
    private final ReceiptCheck check;
    private final List<String> errors = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private String status = "-";
    private byte[] content = {};
    private boolean receipt;

    Answer(Message message, ReceiptCheck check) {
        this.message = message;
        this.check = check;
    }

    /** Comes first, and with answers that are not understood, too. */
    @Override
    public void handleResponse(AS4ClientSentMessage<byte[]> sent) {
        if (sent.getResponseStatusLine() != null) {
            status = String.valueOf(sent.getResponseStatusLine().getStatusCode());
        }
        if (!status.startsWith("2")) {
            faults.add("HTTP " + status);
        }
        if (sent.getResponseContent() != null) {
            content = sent.getResponseContent();
        }
    }

    @Override
    public void handleSignalMessage(
            Ebms3SignalMessage signal, IAS4IncomingMessageMetadata metadata, IAS4IncomingMessageState state) {
        signal.getError().forEach(error -> errors.add(EbmsError.line(error)));
        if (signal.getReceipt() != null) {
            receipt = true;
            faults.addAll(check.faults(signal, state));
        }
    }

    /** The digests of the receipt are those of what was sent. */
    @Override
    public void onSuccess() {}

    @Override
    public void onError(String fault) {
        faults.add(fault);
    }

    @Override
    public void onNotApplicable() {
        faults.add("no digests of what was sent");
    }

    /** phase4 gave up. */
    void failed(Phase4Exception failure) {
        Throwable cause = failure;
        for (@Nullable Throwable next = cause; next != null; next = next.getCause()) {
            cause = next;
        }
        failures.add(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    /** The answer as it came; empty if there was none. */
    byte[] content() {
        return content.clone();
    }

    Outcome outcome() {
        if (!errors.isEmpty()) {
            return came("error " + String.join("; ", errors));
        }
        if (!failures.isEmpty()) {
            return came((status.equals("-") ? "failed: " : "answer refused: ") + String.join("; ", failures));
        }
        if (!receipt) {
            return came("neither a receipt nor an error");
        }
        return faults.isEmpty()
                ? new Outcome(message, status, true, true, "")
                : came("receipt not verified: " + String.join("; ", faults));
    }

    private Outcome came(String text) {
        return new Outcome(message, status, receipt, false, text);
    }
}
