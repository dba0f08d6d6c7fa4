package org.rechnungseingang.samples.finance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The finance system, listening on the loopback interface. */
final class FinanceSystem implements AutoCloseable {

    private static final long TICK_MILLIS = 20;

    private final HttpServer http;
    private final Ledger ledger;
    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    private FinanceSystem(HttpServer http, Ledger ledger) {
        this.http = http;
        this.ledger = ledger;
    }

    /**
     * Starts it.
     *
     * @param port 0 takes a free one
     * @param directory where the ledger is or begins
     */
    static FinanceSystem start(int port, Path directory, String token, Rules rules, Behaviour first) {
        // Else each answer would wait 40 ms for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Ledger ledger = Ledger.open(directory);
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 200);
            FinanceSystem system = new FinanceSystem(http, ledger);
            system.run(new Orders(ledger, Clock.systemUTC()), rules, token, new CurrentBehaviour(first));
            return system;
        } catch (IOException e) {
            ledger.close();
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        requests.shutdownNow();
        ticks.shutdownNow();
        ledger.close();
    }

    private void run(Orders orders, Rules rules, String token, CurrentBehaviour behaviour) {
        http.createContext("/", new Api(orders, rules, token, behaviour));
        http.setExecutor(requests);
        ticks.scheduleWithFixedDelay(
                () -> orders.advance(behaviour.get()), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        http.start();
    }
}
