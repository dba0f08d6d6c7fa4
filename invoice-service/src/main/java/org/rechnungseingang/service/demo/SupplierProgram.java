package org.rechnungseingang.service.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.http.ContentDisposition;

/** Hands in files over HTTP, as a supplier's program would; it knows nothing of the service but address and token. */
final class SupplierProgram {

    private static final int TRIES = 5;
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI invoices;
    private final String token;

    SupplierProgram(URI service, String token) {
        this.invoices = service.resolve("/api/v1/invoices");
        this.token = token;
    }

    /** What became of a file. */
    enum Result {
        NEW,
        KNOWN,
        REFUSED
    }

    /**
     * Hands in one file, and comes again when asked to.
     *
     * @throws IOException if the file cannot be read or the service not be reached
     * @throws InterruptedException if the program is to end
     */
    Result handIn(Path file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(invoices)
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Disposition", disposition(file))
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> answer = send(request);
        for (int tried = 1; comeAgain(answer) && tried < TRIES; tried++) {
            Thread.sleep(Duration.ofSeconds(
                            answer.headers().firstValueAsLong("Retry-After").orElse(1))
                    .toMillis());
            answer = send(request);
        }
        return result(answer);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static boolean comeAgain(HttpResponse<String> answer) {
        return answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE;
    }

    private static Result result(HttpResponse<String> answer) {
        if (answer.statusCode() != ACCEPTED) {
            return Result.REFUSED;
        }
        return answer.body().contains("\"known\":true") ? Result.KNOWN : Result.NEW;
    }

    private static String disposition(Path file) {
        return ContentDisposition.attachment()
                .filename(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
