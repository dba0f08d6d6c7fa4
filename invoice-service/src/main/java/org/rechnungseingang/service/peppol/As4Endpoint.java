package org.rechnungseingang.service.peppol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.MessageObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What CXF hands a request to. Each one is answered here, whatever is wrong with it. */
final class As4Endpoint implements MessageObserver {

    private static final Logger log = LoggerFactory.getLogger(As4Endpoint.class);

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String SECONDS_UNTIL_AGAIN = "60";

    private final ReceiveMessage receive;
    private final WireLimits limits;
    private final Clock clock;

    As4Endpoint(ReceiveMessage receive, WireLimits limits, Clock clock) {
        this.receive = receive;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void onMessage(Message request) {
        Instant receivedAt = clock.instant();
        InputStream body = new BoundedWire(WireMessage.body(request), limits);
        if (!"POST".equals(request.get(Message.HTTP_REQUEST_METHOD))) {
            readOn(request, body);
            answer(request, METHOD_NOT_ALLOWED, Map.of("Allow", List.of("POST")), new byte[0]);
            return;
        }
        Answer answer = receive.receive(() -> new WireMessage(request, limits).read(), receivedAt);
        Map<String, List<String>> headers =
                answer.comeAgain() ? Map.of("Retry-After", List.of(SECONDS_UNTIL_AGAIN)) : Map.of();
        readOn(request, body);
        answer(request, answer.status(), headers, answer.signal());
    }

    // Who is not through yet would not read the answer. CXF would read on as well, but for as long as it takes.
    private static void readOn(Message request, InputStream body) {
        request.removeContent(DelegatingInputStream.class);
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            log.info("An AS4 sender is slower than is waited for, or gone: {}", e.toString());
        }
    }

    private static void answer(Message request, int status, Map<String, List<String>> headers, byte[] signal) {
        Exchange exchange = request.getExchange();
        Message response = new MessageImpl();
        response.setExchange(exchange);
        exchange.setOutMessage(response);
        response.put(Message.RESPONSE_CODE, status);
        response.put(Message.PROTOCOL_HEADERS, new TreeMap<>(headers));
        response.put(Message.CONTENT_TYPE, "application/soap+xml; charset=UTF-8");
        try {
            Conduit back = request.getDestination().getBackChannel(request);
            back.prepare(response);
            try (OutputStream out = response.getContent(OutputStream.class)) {
                out.write(signal);
            }
            back.close(response);
        } catch (IOException e) {
            log.warn("An AS4 sender has gone before he was answered", e);
        }
    }
}
