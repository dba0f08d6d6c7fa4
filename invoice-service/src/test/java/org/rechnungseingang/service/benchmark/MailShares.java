package org.rechnungseingang.service.benchmark;

import java.util.EnumMap;
import java.util.Map;

/** Where a mail's time goes on its way to the desk, as the service's own timers have it. */
record MailShares(Map<Step, Double> seconds) {

    static MailShares of(ServiceProcess service) {
        Map<Step, Double> seconds = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            seconds.put(step, service.meter(step.meter, step.label));
        }
        return new MailShares(seconds);
    }

    MailShares since(MailShares before) {
        Map<Step, Double> difference = new EnumMap<>(Step.class);
        seconds.forEach((step, value) -> difference.put(step, value - before.seconds.get(step)));
        return new MailShares(difference);
    }

    void print(double mails) {
        double all = seconds.values().stream().mapToDouble(value -> value).sum();
        System.out.println("time shares a mail (waiting for a processor, a lock or the disk included):");
        seconds.forEach((step, value) ->
                System.out.printf("  %-36s %6.1f ms  %3.0f %%%n", step.words, value * 1000 / mails, value * 100 / all));
    }

    /** The steps, in the order of the way. */
    private enum Step {
        LIST("mailbox: list", "mail", "list"),
        FETCH("mailbox: fetch", "mail", "fetch"),
        UNPACK("mailbox: open, find the invoice", "mail", "unpack"),
        STORE("mailbox: store, commit", "mail", "store"),
        MOVE("mailbox: flag, move", "mail", "move"),
        CHECK_READ("check: read the original", "check", "read"),
        CHECK_EXAMINE("check: schema, rules", "check", "examine"),
        CHECK_SETTLE("check: settle, commit", "check", "settle"),
        ASSIGN_READ("assign: read the original", "assign", "read"),
        ASSIGN_FIND("assign: read the invoice", "assign", "find"),
        ASSIGN_SETTLE("assign: settle, commit", "assign", "settle");

        private final String words;
        private final String meter;
        private final String label;

        Step(String words, String meter, String step) {
            this.words = words;
            this.meter = "rechnungseingang_" + meter + "_seconds_sum";
            this.label = "step=\"" + step + "\"";
        }
    }
}
