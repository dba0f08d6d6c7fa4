package org.rechnungseingang.service.peppol.smp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import org.rechnungseingang.service.peppol.http.BoundedBody;
import org.rechnungseingang.service.peppol.http.Http;

/**
 * Asks a publisher.
 *
 * @param http within this time
 */
record HttpGet(Http http) {

    /** An answer has some thousand bytes; each process adds two thousand. */
    static final int MOST_BYTES = 1 << 20;

    /** What is there. */
    byte[] of(URI address) {
        try {
            return content(http.answer(HttpRequest.newBuilder(address).build(), HttpGet::body), address);
        } catch (BoundedBody.TooLarge e) {
            throw LookupFailed.forGood("The publisher's answer has more than " + MOST_BYTES + " bytes: " + address, e);
        } catch (IOException e) {
            throw LookupFailed.forNow("The publisher cannot be asked: " + address + " (" + e + ")", e);
        }
    }

    private static BodySubscriber<byte[]> body(ResponseInfo head) {
        return head.statusCode() == 200 ? new BoundedBody(MOST_BYTES) : BodySubscribers.replacing(new byte[0]);
    }

    private static byte[] content(HttpResponse<byte[]> answer, URI address) {
        int status = answer.statusCode();
        LookupFailed.unless(
                status != 404,
                "Not registered: the publisher has nothing about this participant and document type: " + address);
        if (status != 200) {
            throw LookupFailed.forNow("The publisher answered with status " + status + ": " + address);
        }
        return answer.body();
    }
}
