package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * The socket beneath a connection. The mail library keeps its own to itself, but a thread that waits in it must be
 * called back, and must not wait for ever for a server that has gone silent.
 */
final class Line {

    private volatile Socket socket = new Socket();
    private volatile boolean cut;

    /** Breaks it; whoever waits for an answer is told. */
    void cut() {
        cut = true;
        try {
            socket.close();
        } catch (IOException e) {
            // It is broken either way.
        }
    }

    boolean isCut() {
        return cut;
    }

    /** How long an answer is waited for from now on. */
    void patience(Duration limit) throws SocketException {
        socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
    }

    SocketFactory open() {
        return new Plain();
    }

    SSLSocketFactory secret(SSLSocketFactory factory) {
        return new Secret(factory);
    }

    private Socket remember(Socket made) {
        socket = made;
        return made;
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() {
            return remember(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return remember(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return remember(new Socket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return remember(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return remember(new Socket(host, port, from, fromPort));
        }
    }

    private final class Secret extends SSLSocketFactory {

        private final SSLSocketFactory factory;

        Secret(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public Socket createSocket() throws IOException {
            return remember(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket beneath, String host, int port, boolean close) throws IOException {
            return remember(factory.createSocket(beneath, host, port, close));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return remember(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return remember(factory.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return remember(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return remember(factory.createSocket(host, port, from, fromPort));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }
    }
}
