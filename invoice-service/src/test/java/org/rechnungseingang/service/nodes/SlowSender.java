package org.rechnungseingang.service.nodes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.HttpMessage;

/** A sender whose message does not come to its end. */
final class SlowSender {

    private static final int ANNOUNCED = 100_000_000;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final Socket socket;
    private final Way way;
    private final ScheduledExecutorService drips;
    private volatile boolean cutOff;

    private SlowSender(Socket socket, Way way) {
        this.socket = socket;
        this.way = way;
        this.drips = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "slow-sender");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How a sender is slow. */
    enum Way {
        /** Some of the message, then nothing more. */
        STOPS(false),
        /** Some of the message, then a byte now and then. */
        DRIPS(true),
        /** A byte now and then of what is refused before it is read. */
        DRIPS_WHAT_IS_REFUSED(true) {
            @Override
            String type(HttpMessage message) {
                return "multipart/related";
            }
        },
        /** A byte now and then as chunks of their own. */
        DRIPS_IN_CHUNKS(true) {
            @Override
            String length() {
                return "Transfer-Encoding: chunked";
            }

            @Override
            byte[] framed(byte[] body) {
                ByteArrayOutputStream chunk = new ByteArrayOutputStream();
                chunk.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                chunk.writeBytes(body);
                chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
                return chunk.toByteArray();
            }
        };

        private final boolean goesOn;

        Way(boolean goesOn) {
            this.goesOn = goesOn;
        }

        String type(HttpMessage message) {
            return message.type();
        }

        String length() {
            return "Content-Length: " + ANNOUNCED;
        }

        byte[] framed(byte[] body) {
            return body;
        }
    }

    /** Has sent its first bytes when this returns. */
    static SlowSender to(Node node, Way way) {
        try {
            SlowSender sender = new SlowSender(new Socket("127.0.0.1", node.port()), way);
            sender.begin();
            return sender;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        HttpMessage message = AMessage.aMessage().http();
        OutputStream out = socket.getOutputStream();
        out.write(("POST /as4 HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + way.type(message) + "\r\n" + way.length()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(way.framed(Arrays.copyOf(message.body(), 2_000)));
        out.flush();
        drips.execute(this::listen);
        if (way.goesOn) {
            drips.scheduleAtFixedRate(this::drip, 500, 500, TimeUnit.MILLISECONDS);
        }
    }

    private void drip() {
        try {
            socket.getOutputStream().write(way.framed(new byte[] {'A'}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException e) {
            // Cut off amid its bytes.
        } finally {
            cutOff = true;
        }
    }

    boolean goesOn() {
        return way.goesOn;
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** What it was told before. */
    String answer() {
        return answer.toString(StandardCharsets.UTF_8);
    }
}
