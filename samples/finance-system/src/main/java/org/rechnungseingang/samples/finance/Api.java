package org.rechnungseingang.samples.finance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.samples.finance.Orders.Taken;

/** The interface of {@code finance-system.yaml}. */
final class Api implements HttpHandler {

    private static final String ORDERS = "/payment-orders";
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_KEY = 200;

    private final Orders orders;
    private final Rules rules;
    private final String token;
    private final CurrentBehaviour behaviour;

    Api(Orders orders, Rules rules, String token, CurrentBehaviour behaviour) {
        this.orders = orders;
        this.rules = rules;
        this.token = token;
        this.behaviour = behaviour;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            reply = reply(exchange);
        } catch (IllegalArgumentException e) {
            reply = Reply.problem(400, "invalid", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            reply = Reply.problem(500, "fault", e.toString());
        }
        reply.to(exchange);
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.problem(401, "unauthorized", "Das Token fehlt oder ist falsch.");
        }
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(ORDERS) && behaviour.get().mode() == Mode.DOWN) {
            return Reply.problem(503, "down", "Das Verfahren steht zurzeit nicht zur Verfügung.");
        }
        return switch (exchange.getRequestMethod() + " " + path) {
            case "POST /payment-orders" -> order(exchange);
            case "GET /payment-orders" -> feed(Query.of(exchange.getRequestURI()));
            case "GET /count" -> Reply.ok(orders.count());
            case "GET /behaviour" -> Reply.ok(behaviour.get());
            case "PUT /behaviour" -> behave(exchange);
            default -> one(exchange.getRequestMethod(), path);
        };
    }

    private Reply order(HttpExchange exchange) throws IOException {
        String key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                .orElse("");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Reply.problem(400, "invalid", "Idempotency-Key is missing or too long");
        }
        PaymentOrder order = Json.read(body(exchange), PaymentOrder.class);
        Optional<Taken> known = orders.known(key, order);
        if (known.isPresent()) {
            return taken(known.get(), order);
        }
        Behaviour now = behaviour.get();
        if (now.mode() == Mode.REFUSING) {
            return Reply.problem(422, "refusing", "Das Verfahren nimmt zurzeit keine Anordnungen an.");
        }
        Optional<Problem> against = rules.against(order);
        if (against.isPresent()) {
            return Reply.problem(against.get());
        }
        think(now);
        Reply taken = taken(orders.take(key, order), order);
        return now.mode() == Mode.LOST_ANSWERS ? Reply.LOST : taken;
    }

    private static Reply taken(Taken taken, PaymentOrder order) {
        if (!taken.accepted().order().equals(order)) {
            return Reply.problem(409, "key-used", "Unter diesem Schlüssel liegt schon eine andere Anordnung vor.");
        }
        Map<String, String> body = Map.of("orderId", taken.accepted().orderId(), "status", "accepted");
        return taken.now() ? Reply.created(body) : Reply.ok(body);
    }

    private static void think(Behaviour behaviour) {
        if (behaviour.mode() == Mode.SLOW) {
            try {
                Thread.sleep(behaviour.acceptDelayMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Reply feed(Query query) {
        long since = query.number("changedSince", 0, 0, Long.MAX_VALUE);
        List<Feedback> events = orders.after(since, (int) query.number("limit", 100, 1, 1000));
        long cursor = events.isEmpty() ? since : events.get(events.size() - 1).cursor();
        return Reply.ok(Map.of("events", events, "cursor", cursor));
    }

    private Reply one(String method, String path) {
        boolean known = path.equals(ORDERS) || path.equals("/count") || path.equals("/behaviour");
        Optional<Accepted> order =
                path.startsWith(ORDERS + "/") ? orders.find(path.substring(ORDERS.length() + 1)) : Optional.empty();
        if (order.isEmpty() && !known) {
            return Reply.problem(404, "unknown", "Das gibt es hier nicht.");
        }
        if (order.isEmpty() || !method.equals("GET")) {
            return Reply.problem(405, "method", "Das geht hier nicht.");
        }
        return Reply.ok(OrderStatus.of(order.get(), orders.state(order.get().orderId())));
    }

    private Reply behave(HttpExchange exchange) throws IOException {
        Behaviour wanted = Json.read(body(exchange), Behaviour.class);
        behaviour.set(wanted);
        return Reply.ok(wanted);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new IllegalArgumentException("the body is too long");
        }
        return body;
    }
}
