package org.rechnungseingang.service.benchmark;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a message's time goes, in per cent of the samples that saw one, by the size of its invoice. */
final class MessageShares {

    private final Map<MessageSize, Map<MessageStep, Double>> samples = new EnumMap<>(MessageSize.class);

    void add(MessageSize size, Map<MessageStep, Double> seen) {
        samples.put(size, seen);
    }

    void print() {
        System.out.println("time shares, one message after the other (waiting for the disk and the wire included):");
        System.out.printf("  %-34s %s%n", "", columns(size -> String.format("%8s", size)));
        for (MessageStep step : MessageStep.values()) {
            System.out.printf("  %-34s %s%n", step.words(), columns(size -> percent(size, step)));
        }
        System.out.printf("  %-34s %s%n", "(samples)", columns(size -> String.format("%8.0f", all(size))));
    }

    private static String columns(Function<MessageSize, String> column) {
        return Stream.of(MessageSize.values()).map(column).collect(Collectors.joining(" "));
    }

    private String percent(MessageSize size, MessageStep step) {
        return String.format(Locale.ROOT, "%6.1f %%", samples.get(size).get(step) * 100 / all(size));
    }

    private double all(MessageSize size) {
        return samples.get(size).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
