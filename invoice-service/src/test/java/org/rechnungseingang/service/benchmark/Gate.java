package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Between the service and its mail server: while it is closed, the service waits, and mails pile up behind it. */
final class Gate implements AutoCloseable {

    private final ServerSocket entry;
    private final int server;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private boolean open = true;

    private Gate(ServerSocket entry, int server) {
        this.entry = entry;
        this.server = server;
    }

    static Gate to(int server) {
        try {
            Gate gate = new Gate(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), server);
            start(gate::accept);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entry.getLocalPort();
    }

    /** Lets in whoever waits, and all that come. */
    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Cuts every line; whoever comes is kept waiting. */
    synchronized void shut() {
        open = false;
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            close(socket);
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shut();
    }

    private void accept() {
        try {
            while (!entry.isClosed()) {
                Socket client = entry.accept();
                client.setTcpNoDelay(true);
                start(() -> connect(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void connect(Socket client) {
        try {
            awaitOpen();
            Socket far = new Socket("127.0.0.1", server);
            far.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(far);
            start(() -> carry(client, far));
            start(() -> carry(far, client));
        } catch (IOException e) {
            close(client);
        }
    }

    private synchronized void awaitOpen() {
        try {
            while (!open) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
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
        Thread thread = new Thread(work, "gate");
        thread.setDaemon(true);
        thread.start();
    }
}
