package org.rechnungseingang.service.mail;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Waiting for a server to speak by itself (RFC 2177). */
final class Idle {

    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private final IMAPProtocol protocol;
    private final Line line;
    private boolean news;

    Idle(IMAPProtocol protocol, Line line) {
        this.protocol = protocol;
        this.line = line;
    }

    /**
     * Waits until the server tells of a mail, or so long.
     *
     * @param answer how long it may take to answer when asked
     * @return whether the server understands it
     */
    boolean await(Duration atMost, Duration answer) throws ProtocolException {
        // What came since the last look may be told before the waiting begins: not among what is read below then.
        ResponseHandler ear = told -> news |= told instanceof IMAPResponse response && response.keyEquals("EXISTS");
        protocol.addResponseHandler(ear);
        try {
            // Some servers keep it to themselves until they are asked.
            protocol.noop();
            return news || begin() && listen(System.nanoTime() + atMost.toNanos(), answer);
        } finally {
            protocol.removeResponseHandler(ear);
        }
    }

    private boolean begin() throws ProtocolException {
        try {
            protocol.idleStart();
            return true;
        } catch (BadCommandException e) {
            return false;
        }
    }

    private boolean listen(long end, Duration answer) throws ProtocolException {
        patience(LOOK_UP);
        while (!news && System.nanoTime() < end) {
            Response told = protocol.readIdleResponse();
            if (!isSilence(told) && !protocol.processIdleResponse(told)) {
                throw new ConnectionException("The server has ended its telling");
            }
        }
        patience(answer);
        protocol.idleAbort();
        Response last = protocol.readIdleResponse();
        while (protocol.processIdleResponse(last)) {
            last = protocol.readIdleResponse();
        }
        return true;
    }

    // What has not been said by then is no fault: half a word would be.
    private boolean isSilence(Response told) {
        return told.isSynthetic()
                && told.getException() instanceof SocketTimeoutException timeout
                && timeout.bytesTransferred == 0
                && !line.isCut();
    }

    private void patience(Duration limit) throws ProtocolException {
        try {
            line.patience(limit);
        } catch (SocketException e) {
            throw new ConnectionException(protocol, Response.byeResponse(e));
        }
    }
}
