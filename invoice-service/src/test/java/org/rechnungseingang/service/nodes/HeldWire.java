package org.rechnungseingang.service.nodes;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.rechnungseingang.service.way.Wire;

/** The line between a node and the mail server, on which the command that moves mails, or its answer, can be lost. */
final class HeldWire implements AutoCloseable {

    private static final Duration REACH = Duration.ofSeconds(90);
    private static final String MOVE = " UID MOVE ";

    private final AtomicReference<Optional<WayPoint>> armed = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<WayPoint>> stopped = new AtomicReference<>(Optional.empty());
    private final Wire wire;

    private HeldWire(int server) {
        this.wire = Wire.to(server, () -> new Line().connection());
    }

    static HeldWire to(int server) {
        return new HeldWire(server);
    }

    int port() {
        return wire.port();
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
        wire.close();
    }

    // What follows a lost line is lost, too; the connection stays open, as it does when a cable is drawn.
    private static void carry(InputStream from, OutputStream to, Predicate<String> passes) throws IOException {
        InputStream in = new BufferedInputStream(from);
        boolean open = true;
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            open = open && passes.test(new String(line, StandardCharsets.ISO_8859_1));
            if (open) {
                to.write(line);
                to.flush();
            }
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

    private boolean hits(WayPoint here) {
        boolean hit = armed.get().equals(Optional.of(here));
        if (hit) {
            armed.set(Optional.empty());
            stopped.set(Optional.of(here));
        }
        return hit;
    }

    /** One connection. */
    private final class Line {

        private volatile String moving = "";

        Wire.Connection connection() {
            return new Wire.Connection(
                    (from, to) -> carry(from, to, this::mayAsk), (from, to) -> carry(from, to, this::mayAnswer));
        }

        private boolean mayAsk(String command) {
            if (!command.contains(MOVE)) {
                return true;
            }
            moving = command.substring(0, command.indexOf(' ') + 1);
            return !hits(WayPoint.MAIL_FLAGGED);
        }

        // The server's last word about a command begins with the command's tag.
        private boolean mayAnswer(String answer) {
            return moving.isEmpty() || !answer.startsWith(moving) || !hits(WayPoint.MAIL_MOVED);
        }
    }
}
