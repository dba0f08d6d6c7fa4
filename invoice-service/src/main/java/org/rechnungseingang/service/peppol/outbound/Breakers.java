package org.rechnungseingang.service.peppol.outbound;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Unanswered;

/**
 * Leaves a provider alone who does not answer: after three of five attempts without an answer nobody asks him for a while,
 * then one does. What waits for other providers goes on.
 */
final class Breakers {

    private static final int OF_ATTEMPTS = 5;
    private static final int AT_LEAST = 3;
    private static final float PERCENT = 60;

    private final CircuitBreakerRegistry registry;

    /** With this pause. */
    Breakers(Duration pause) {
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(OF_ATTEMPTS)
                .minimumNumberOfCalls(AT_LEAST)
                .failureRateThreshold(PERCENT)
                .waitDurationInOpenState(pause)
                // Else one that ends in no answer at all, as by a lack of memory, would be the last.
                .maxWaitDurationInHalfOpenState(pause.multipliedBy(2))
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordExceptions(Unanswered.class)
                .build());
    }

    /** The one of this provider. */
    Breaker of(String provider) {
        return new Breaker(registry.circuitBreaker(provider));
    }

    /** Asks one provider, or does not. */
    record Breaker(CircuitBreaker circuit) {

        /**
         * The answer.
         *
         * @throws Unanswered without having asked, while the provider is left alone
         */
        <T> T ask(Supplier<T> question) {
            try {
                return circuit.executeSupplier(question);
            } catch (CallNotPermittedException e) {
                throw new Unanswered(
                        circuit.getName() + " has not answered several times and is left alone for a while", e);
            }
        }
    }
}
