package org.rechnungseingang.service.peppol.smp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A publisher on this machine. */
public final class LoopbackPublisher implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> resources = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** A new one. */
    public LoopbackPublisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        asked.add(path);
        resources.getOrDefault(path, missing -> send(missing, 404, new byte[0])).handle(exchange);
    }

    static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** About the participant and document type of {@link Answer}. */
    public void answers(byte[] answer) {
        does(exchange -> send(exchange, 200, answer));
    }

    void does(HttpHandler handler) {
        at(Answer.QUESTION.at(address()).getRawPath(), handler);
    }

    void at(String path, HttpHandler handler) {
        resources.put(path, handler);
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
