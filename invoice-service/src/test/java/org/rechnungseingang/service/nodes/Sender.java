package org.rechnungseingang.service.nodes;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.service.archive.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** A supplier's program: hands in, remembers what it was told, and repeats what had no answer. */
final class Sender {

    private static final String TOKEN = "token-of-musterstadt-for-the-tests-only";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Upload> sent = new ArrayList<>();
    private final Map<Sha256, List<String>> acknowledged = new LinkedHashMap<>();

    /** Hands the invoice in, and returns its receipt number if the service has acknowledged it. */
    Optional<String> handIn(Node node, Upload upload) {
        synchronized (this) {
            if (sent.stream().noneMatch(earlier -> earlier.sha256().equals(upload.sha256()))) {
                sent.add(upload);
            }
        }
        Optional<String> receipt = post(node, upload);
        receipt.ifPresent(number -> remember(upload, number));
        return receipt;
    }

    /** Hands in once more whatever has no answer yet; each must be answered now. */
    void repeat(Node node) {
        for (Upload upload : unanswered()) {
            if (handIn(node, upload).isEmpty()) {
                throw new IllegalStateException("No answer to the repetition");
            }
        }
    }

    synchronized List<Upload> unanswered() {
        return sent.stream()
                .filter(upload -> !acknowledged.containsKey(upload.sha256()))
                .toList();
    }

    synchronized List<Upload> sent() {
        return List.copyOf(sent);
    }

    /** Every receipt number that this invoice was ever acknowledged with. */
    synchronized List<String> receipts(Upload upload) {
        return List.copyOf(acknowledged.getOrDefault(upload.sha256(), List.of()));
    }

    private synchronized void remember(Upload upload, String receipt) {
        acknowledged.computeIfAbsent(upload.sha256(), none -> new ArrayList<>()).add(receipt);
    }

    private Optional<String> post(Node node, Upload upload) {
        HttpRequest request = HttpRequest.newBuilder(node.address("/api/v1/invoices"))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(upload.bytes()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 202 ? Optional.of(receiptNumber(answer.body())) : Optional.empty();
        } catch (IOException e) {
            // The node is gone, or was not there: no answer.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String receiptNumber(String body) {
        return JsonMapper.shared().readTree(body).get("receiptNumber").asString();
    }
}
