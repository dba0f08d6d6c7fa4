package org.rechnungseingang.service.peppol;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;

/** Asks what may not answer, and waits for so long only; whoever is asked may go on. */
final class Patience {

    private final Duration longest;
    private final Executor threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "as4-database");
        thread.setDaemon(true);
        return thread;
    });

    Patience(Duration longest) {
        this.longest = longest;
    }

    /**
     * The answer.
     *
     * @throws QueryTimeoutException if there is none in time
     */
    <T> T ask(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, threads).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("The database has not answered within " + longest, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
