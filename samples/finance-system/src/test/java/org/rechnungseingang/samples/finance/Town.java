package org.rechnungseingang.samples.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A town that orders payments; every answer is held against the contract. */
final class Town {

    static final String TOKEN = "geheim";
    static final Contract CONTRACT = Contract.load();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Town(URI address) {
        this.address = address;
    }

    static ObjectNode order() {
        return CONTRACT.order();
    }

    Answer order(String key, ObjectNode order) throws IOException, InterruptedException {
        return send("/payment-orders", "POST", "/payment-orders", TOKEN, key, order.toString());
    }

    Answer get(String template, String path) throws IOException, InterruptedException {
        return send(template, "GET", path, TOKEN, "", "");
    }

    Answer send(String template, String method, String path, String token, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(CONTRACT.faults(method, template, answer.statusCode(), type, answer.body()))
                .isEmpty();
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    /** The whole feed, page by page. */
    List<JsonNode> feed(int limit) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        long cursor = 0;
        while (true) {
            JsonNode page = get("/payment-orders", "/payment-orders?changedSince=" + cursor + "&limit=" + limit)
                    .body();
            if (page.get("events").isEmpty()) {
                assertThat(page.get("cursor").asLong()).isEqualTo(cursor);
                return events;
            }
            assertThat(page.get("events").size()).isLessThanOrEqualTo(limit);
            page.get("events").forEach(events::add);
            cursor = page.get("cursor").asLong();
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 3000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    record Answer(int status, JsonNode body) {

        String text(String name) {
            return body.get(name).asString();
        }
    }
}
