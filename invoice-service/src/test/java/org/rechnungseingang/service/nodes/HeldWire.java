package org.rechnungseingang.service.nodes;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The line between a node and the mail server, on which the command that moves mails, or its answer, can be lost. */
final class HeldWire implements AutoCloseable {

    private static final Duration REACH = Duration.ofSeconds(90);
    private static final String MOVE = " UID MOVE ";

    private final ServerSocket entry;
    private final int server;
    private final AtomicReference<Optional<WayPoint>> armed = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<WayPoint>> stopped = new AtomicReference<>(Optional.empty());

    private HeldWire(ServerSocket entry, int server) {
        this.entry = entry;
        this.server = server;
    }

    static HeldWire to(int server) {
        try {
            HeldWire wire = new HeldWire(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), server);
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entry.getLocalPort();
    }

    void stopAt(WayPoint point) {
        stopped.set(Optional.empty());
        armed.set(Optional.of(point));
    }

    void awaitStopped(WayPoint point) {
        await().atMost(REACH)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> stopped.get().equals(Optional.of(point)));
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!entry.isClosed()) {
                Socket client = entry.accept();
                Socket far = new Socket("127.0.0.1", server);
                client.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Line line = new Line();
                start(() -> carry(client, far, line::mayAsk));
                start(() -> carry(far, client, line::mayAnswer));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    // What follows a lost line is lost, too; the connection stays open, as it does when a cable is drawn.
    private static void carry(Socket from, Socket to, Gate gate) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            boolean open = true;
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                open = open && gate.lets(new String(line, StandardCharsets.ISO_8859_1));
                if (open) {
                    out.write(line);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // Closed by either end.
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "held-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean hits(WayPoint here) {
        boolean hit = armed.get().equals(Optional.of(here));
        if (hit) {
            armed.set(Optional.empty());
            stopped.set(Optional.of(here));
        }
        return hit;
    }

    /** Whether a line may pass. */
    private interface Gate {
        boolean lets(String line);
    }

    /** One connection. */
    private final class Line {

        private volatile String moving = "";

        boolean mayAsk(String command) {
            if (!command.contains(MOVE)) {
                return true;
            }
            moving = command.substring(0, command.indexOf(' ') + 1);
            return !hits(WayPoint.MAIL_FLAGGED);
        }

        // The server's last word about a command begins with the command's tag.
        boolean mayAnswer(String answer) {
            return moving.isEmpty() || !answer.startsWith(moving) || !hits(WayPoint.MAIL_MOVED);
        }
    }
}
