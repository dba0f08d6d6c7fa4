package org.rechnungseingang.service.way;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A line to a server on this machine that a test can cut, shut for a while, or lose words on. */
public final class Wire implements AutoCloseable {

    /** Carries what is said in one direction until it ends. */
    public interface Carrier {
        void carry(InputStream from, OutputStream to) throws IOException;
    }

    /** What carries the words of one connection. */
    public record Connection(Carrier there, Carrier back) {
        private static final Connection FAITHFUL = new Connection(InputStream::transferTo, InputStream::transferTo);
    }

    private final ServerSocket entry;
    private final int server;
    private final Supplier<Connection> connects;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private boolean open = true;

    private Wire(ServerSocket entry, int server, Supplier<Connection> connects) {
        this.entry = entry;
        this.server = server;
        this.connects = connects;
    }

    public static Wire to(int server) {
        return to(server, () -> Connection.FAITHFUL);
    }

    /** A line whose connections are those, one for each that is made. */
    public static Wire to(int server, Supplier<Connection> connects) {
        try {
            Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), server, connects);
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return entry.getLocalPort();
    }

    /** How many connections were made until now. */
    public int connections() {
        return connections.get();
    }

    /** Breaks every connection; new ones are let through. */
    public void cut() {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            close(socket);
        }
    }

    /** Breaks every connection; whoever comes is kept waiting. */
    public synchronized void shut() {
        open = false;
        cut();
    }

    /** Lets through whoever waits, and all that come. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        try {
            while (!entry.isClosed()) {
                Socket client = entry.accept();
                start(() -> connect(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void connect(Socket client) {
        try {
            Socket far = letThrough(client);
            Connection connection = connects.get();
            start(() -> carry(client, far, connection.there()));
            start(() -> carry(far, client, connection.back()));
        } catch (IOException e) {
            close(client);
        }
    }

    private synchronized Socket letThrough(Socket client) throws IOException {
        try {
            while (!open) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Socket far = new Socket("127.0.0.1", server);
        client.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(far);
        connections.incrementAndGet();
        return far;
    }

    private static void carry(Socket from, Socket to, Carrier carrier) {
        try (from;
                to) {
            carrier.carry(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // Cut.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed either way.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
