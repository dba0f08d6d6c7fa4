package org.rechnungseingang.service.peppol.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks others over HTTP, and never goes where it is sent on to. */
public final class Http {

    private final HttpClient client;
    private final Duration patience;

    /**
     * With this patience.
     *
     * @param connect until a connection is there
     * @param patience until the whole answer is there
     */
    public Http(Duration connect, Duration patience) {
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(Redirect.NEVER)
                .build();
        this.patience = patience;
    }

    /**
     * The whole answer.
     *
     * @throws IOException if there is none within the time, or nobody waits for it any more; it says so
     */
    public HttpResponse<byte[]> answer(HttpRequest request, BodyHandler<byte[]> body) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, body);
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + patience);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits any more");
        } finally {
            call.cancel(true);
        }
    }
}
