package org.rechnungseingang.service.peppol.as4;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;

/** Where an authority on this machine has its revocation list and can be asked. */
final class RevocationServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    RevocationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of this resource; the JDK remembers for half a minute what it has found at an address. */
    String at(HttpHandler handler) {
        String path = "/" + UUID.randomUUID();
        server.createContext(path, exchange -> {
            asked.add(path);
            handler.handle(exchange);
        });
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Where there is this list. */
    String list(byte[] list) {
        return at(exchange -> send(exchange, list));
    }

    /** Where one is told about a certificate. */
    String responder(Function<CertID, byte[]> told) {
        return at(exchange -> send(exchange, told.apply(asked(exchange))));
    }

    /** Where nobody listens. */
    static String nowhere() {
        return "http://127.0.0.1:1/" + UUID.randomUUID();
    }

    // RFC 6960, A.1: a short question may stand in the address.
    private static CertID asked(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        byte[] question = exchange.getRequestMethod().equals("GET")
                ? Base64.getDecoder()
                        .decode(URLDecoder.decode(path.substring(path.indexOf('/', 1) + 1), StandardCharsets.US_ASCII))
                : exchange.getRequestBody().readAllBytes();
        return Request.getInstance(OCSPRequest.getInstance(question)
                        .getTbsRequest()
                        .getRequestList()
                        .getObjectAt(0))
                .getReqCert();
    }

    static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Says nothing. */
    void stall(HttpExchange exchange) throws IOException {
        isClosedWithin(60_000);
        exchange.close();
    }

    /** Says something every now and then, and never comes to an end. */
    void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1 << 20);
        try (OutputStream out = exchange.getResponseBody()) {
            // A long sequence in DER begins so.
            out.write(new byte[] {0x30, (byte) 0x83, 0x0f, 0, 0});
            while (!isClosedWithin(100)) {
                out.write(0);
                out.flush();
            }
        }
    }

    private boolean isClosedWithin(long milliseconds) {
        try {
            return closed.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The paths that were asked for. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
