package org.rechnungseingang.samples.finance;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What goes back; nothing if the answer is lost. */
record Reply(int status, String type, byte[] body) {

    /** The connection ends without an answer. */
    static final Reply LOST = new Reply(0, "", new byte[0]);

    static Reply ok(Object body) {
        return new Reply(200, "application/json", Json.write(body));
    }

    static Reply created(Object body) {
        return new Reply(201, "application/json", Json.write(body));
    }

    static Reply problem(int status, String code, String detail) {
        return problem(new Problem(status, code, detail));
    }

    static Reply problem(Problem problem) {
        return new Reply(problem.status(), "application/problem+json", Json.write(problem));
    }

    void to(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (status == 0) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
