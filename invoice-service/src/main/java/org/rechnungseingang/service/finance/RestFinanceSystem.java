package org.rechnungseingang.service.finance;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rechnungseingang.service.finance.Answer.Accepted;
import org.rechnungseingang.service.finance.Answer.Refused;
import org.rechnungseingang.service.finance.FinanceProperties.Rest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finance system with a REST interface: {@code POST /payment-orders} with {@code Idempotency-Key},
 * {@code GET /payment-orders?changedSince=}. Only 200 and 201 say yes and only 422 says no.
 */
final class RestFinanceSystem implements FinanceSystem {

    private static final String ORDERS = "/payment-orders";
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 1_000;

    private final RestClient http;
    private final JsonMapper mapper;

    RestFinanceSystem(Rest rest, JsonMapper mapper) {
        this.mapper = mapper;
        HttpClient client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(rest.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(rest.readTimeout());
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(rest.url().toString().replaceAll("/+$", ""))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + rest.token())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    @Override
    public Answer handOver(PaymentOrder order) {
        return call(() -> http.post()
                .uri(ORDERS)
                .header("Idempotency-Key", order.key())
                .contentType(MediaType.APPLICATION_JSON)
                .body(OrderMessage.forRest(order).json(mapper))
                .exchange((request, response) -> answer(response)));
    }

    @Override
    public List<Feedback> feedback(String cursor, int limit) {
        return call(() -> http.get()
                .uri(ORDERS + "?changedSince={cursor}&limit={limit}", cursor.isEmpty() ? "0" : cursor, limit)
                .exchange((request, response) -> feed(response)));
    }

    @Override
    public void settled(Feedback feedback) {
        // The cursor that goes with the next question says it.
    }

    private Answer answer(ClientHttpResponse response) throws IOException {
        JsonNode body = body(response);
        return switch (response.getStatusCode().value()) {
            case 200, 201 -> new Accepted(orderId(body));
            case 422 -> new Refused(text(body, "code"), text(body, "detail"));
            default -> throw refusal(response, body);
        };
    }

    private List<Feedback> feed(ClientHttpResponse response) throws IOException {
        JsonNode body = body(response);
        if (response.getStatusCode().value() != 200) {
            throw refusal(response, body);
        }
        if (!body.path("events").isArray()) {
            throw new FinanceUnavailable("The finance system's feed has no events");
        }
        List<Feedback> feedback = new ArrayList<>();
        for (JsonNode event : body.path("events")) {
            feedback.add(FeedbackMessage.read(cursor(event), event));
        }
        return feedback;
    }

    // Without a cursor nobody could say what comes after it.
    private static String cursor(JsonNode event) {
        JsonNode cursor = event.path("cursor");
        String text = cursor.isIntegralNumber() || cursor.isString() ? cursor.asString() : "";
        if (text.isBlank() || text.length() > LONGEST_ID) {
            throw new FinanceUnavailable("The finance system's feed has an event without a cursor");
        }
        return text;
    }

    private static String orderId(JsonNode body) {
        String id = body.path("orderId").asString("");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new FinanceUnavailable("The finance system says yes without an order id");
        }
        return id;
    }

    private static FinanceUnavailable refusal(ClientHttpResponse response, JsonNode body) throws IOException {
        return new FinanceUnavailable("The finance system answers " + response.getStatusCode() + " "
                + text(body, "code") + " " + text(body, "detail"));
    }

    private static String text(JsonNode body, String name) {
        String text = body.path(name).asString("").replace('\0', '\uFFFD');
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    private JsonNode body(ClientHttpResponse response) throws IOException {
        try (InputStream in = response.getBody()) {
            byte[] bytes = in.readNBytes(LONGEST_ANSWER + 1);
            if (bytes.length > LONGEST_ANSWER) {
                throw new FinanceUnavailable("The finance system's answer is too long");
            }
            return mapper.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new FinanceUnavailable("The finance system answers " + response.getStatusCode() + ", and no JSON", e);
        }
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.answer();
        } catch (RestClientException e) {
            throw new FinanceUnavailable("The finance system does not answer: " + e.getMessage(), e);
        }
    }

    /** One request with its answer. */
    private interface Call<T> {
        T answer();
    }
}
