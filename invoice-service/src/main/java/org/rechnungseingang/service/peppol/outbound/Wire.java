package org.rechnungseingang.service.peppol.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.rechnungseingang.service.peppol.as4.SealedMessage;
import org.rechnungseingang.service.peppol.http.Addresses;
import org.rechnungseingang.service.peppol.http.BoundedBody;
import org.rechnungseingang.service.peppol.http.Http;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Refused;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Unanswered;

/**
 * Carries a message to another access point, and the answer back.
 *
 * @param http within this time
 */
record Wire(Http http) {

    private static final int LONGEST_ANSWER = 1 << 20;

    /**
     * The answer's body, whatever it is.
     *
     * @throws NotDelivered if there is none within the time
     */
    byte[] send(SealedMessage message, URI url) {
        if (!Addresses.isSafe(url)) {
            throw new Refused("The access point's address does not begin with https:// : " + url);
        }
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", message.contentType())
                .POST(BodyPublishers.ofByteArray(message.body()))
                .build();
        HttpResponse<byte[]> response = answer(request);
        // A signed answer may come with any status. What is not signed may be anybody's, as a proxy's with nobody
        // behind it.
        if (response.body().length == 0) {
            throw new Unanswered("The access point answers HTTP " + response.statusCode() + " and nothing else");
        }
        return response.body();
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return http.answer(request, head -> new BoundedBody(LONGEST_ANSWER));
        } catch (IOException e) {
            throw new Unanswered("The access point does not answer: " + e, e);
        }
    }
}
