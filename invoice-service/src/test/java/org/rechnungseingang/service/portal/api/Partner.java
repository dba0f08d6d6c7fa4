package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A partner's program: sends over the wire, and holds every answer against the contract. */
final class Partner {

    static final String TOKEN = "token-of-anstadt-for-the-tests-only";
    static final String OTHER_TOKEN = "token-of-beistadt-for-the-tests-only";

    private static final String BOUNDARY = "a-boundary-of-the-tests";

    private final Contract contract = Contract.load();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Optional<String> token;

    private Partner(int port, Optional<String> token) {
        this.port = port;
        this.token = token;
    }

    static Partner ofAnstadt(int port) {
        return withToken(port, TOKEN);
    }

    static Partner ofBeistadt(int port) {
        return withToken(port, OTHER_TOKEN);
    }

    static Partner withToken(int port, String token) {
        return new Partner(port, Optional.of(token));
    }

    static Partner withoutToken(int port) {
        return new Partner(port, Optional.empty());
    }

    Answer handIn(byte[] file, String... headers) {
        return send("POST", Paths.INVOICES, BodyPublishers.ofByteArray(file), headers);
    }

    /** Without telling beforehand how long the body is. */
    Answer handInChunked(byte[] file) {
        return send("POST", Paths.INVOICES, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));
    }

    Answer handIn(File... files) {
        return several(Paths.INVOICES, files);
    }

    Answer check(byte[] file, String... headers) {
        return send("POST", Paths.CHECK, BodyPublishers.ofByteArray(file), headers);
    }

    Answer check(File... files) {
        return several(Paths.CHECK, files);
    }

    Answer status(String receiptNumber, String... headers) {
        return send("GET", Paths.INVOICES + "/" + receiptNumber, BodyPublishers.noBody(), headers);
    }

    /** The status, once the check has ended. */
    Answer checked(String receiptNumber) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> status(receiptNumber),
                        answer -> answer.at("/station/code").equals("checked"));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        Answer answer = send(request.build());
        assertThat(contract.faults(method, path, answer)).as(answer.text()).isEmpty();
        return answer;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer several(String path, File... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (File file : files) {
            body.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.writeBytes(file.bytes());
            body.writeBytes(utf8("\r\n"));
        }
        body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One of several files. */
    record File(String name, byte[] bytes) {}
}
