package org.rechnungseingang.service.peppol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends messages to the service under test, and waits only so long as even the worst of them may take. */
public final class SendingAccessPoint {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    public SendingAccessPoint(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/as4");
    }

    public HttpResponse<byte[]> send(HttpMessage message) {
        return send(request()
                .header("Content-Type", message.type())
                .POST(BodyPublishers.ofByteArray(message.body()))
                .build());
    }

    HttpResponse<byte[]> send(String method) {
        return send(request().method(method, BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
