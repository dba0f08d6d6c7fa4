package org.rechnungseingang.service.peppol.as4;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks what may not answer, and waits for so long only; whoever is asked may go on. */
public final class Patience {

    private final Duration longest;
    private final ThreadPoolExecutor threads;

    /**
     * With this bound.
     *
     * @param name of the threads that ask
     * @param most so many ask at once, the others wait for their turn
     */
    public Patience(Duration longest, String name, int most) {
        this.longest = longest;
        this.threads = new ThreadPoolExecutor(most, most, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The answer.
     *
     * @throws Over if there is none in time
     */
    public <T> T ask(Callable<T> question) {
        Future<T> answer = threads.submit(question);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Over(longest, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Nobody has answered in time. */
    public static final class Over extends RuntimeException {

        private static final long serialVersionUID = 1;

        Over(Duration longest, TimeoutException cause) {
            super("There was no answer within " + longest, cause);
        }
    }
}
