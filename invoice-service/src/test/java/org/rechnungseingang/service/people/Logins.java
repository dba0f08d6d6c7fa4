package org.rechnungseingang.service.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The memory of logins as a test needs it. */
final class Logins implements LoginMemory {

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    @Override
    public Optional<Failures> failures(String source) {
        return Optional.ofNullable(failures.get(source));
    }

    @Override
    public void change(String source, UnaryOperator<Failures> change) {
        failures.put(source, change.apply(failures.getOrDefault(source, Failures.NONE)));
    }

    @Override
    public void forget(String source) {
        failures.remove(source);
    }

    @Override
    public void forgetFailuresBefore(Instant then) {
        failures.values().removeIf(failure -> failure.last().isBefore(then));
    }

    @Override
    public boolean isKnown(String login, Network network) {
        return known.containsKey(network.text() + " " + login);
    }

    @Override
    public void know(String login, Network network, Instant now) {
        known.put(network.text() + " " + login, now);
    }

    @Override
    public void forgetKnownBefore(Instant then) {
        known.values().removeIf(last -> last.isBefore(then));
    }
}
