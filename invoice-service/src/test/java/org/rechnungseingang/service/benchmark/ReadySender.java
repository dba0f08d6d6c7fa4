package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sends ready messages, so many at the same time; each counts when its receipt is there. */
final class ReadySender {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How many milliseconds each of them took. */
    double[] send(URI to, List<ReadyMessage> messages, int atOnce) {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        Alone.inParallel(atOnce, messages, message -> {
            long start = System.nanoTime();
            send(to, message);
            millis.add(Alone.seconds(start) * 1000);
        });
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void send(URI to, ReadyMessage message) {
        try {
            HttpRequest request = HttpRequest.newBuilder(to)
                    .timeout(PATIENCE)
                    .header("Content-Type", message.type())
                    .POST(BodyPublishers.ofFile(message.file()))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!isReceipt(answer, message.id())) {
                throw new IllegalStateException(to + " answered " + answer.statusCode() + ": " + reason(answer.body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an error says, without its signature. */
    private static String reason(String answer) {
        return answer.replaceFirst("(?s).*?(errorCode.*?)</\\w+:Description>.*", "$1");
    }

    private static boolean isReceipt(HttpResponse<String> answer, String messageId) {
        return answer.statusCode() == 200
                && answer.body().contains("RefToMessageId>" + messageId + "<")
                && answer.body().contains("NonRepudiationInformation");
    }
}
