package org.rechnungseingang.schematron;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** How often rules as Java, or a grammar, left a document to those who know everything, by reason. Thread-safe. */
final class Doubts {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Consumer<String> listener;

    /** Tells the listener each reason, too. */
    Doubts(Consumer<String> listener) {
        this.listener = listener;
    }

    void add(String reason) {
        counts.computeIfAbsent(reason, any -> new LongAdder()).increment();
        listener.accept(reason);
    }

    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((reason, count) -> all.put(reason, count.sum()));
        return all;
    }
}
