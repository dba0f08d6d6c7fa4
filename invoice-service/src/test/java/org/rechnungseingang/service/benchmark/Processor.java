package org.rechnungseingang.service.benchmark;

import java.time.Duration;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How much processor time has been used so far, in seconds. Unlike a rate it says the same on a machine that is busy with
 * other things.
 *
 * @param service by the service
 * @param database by its PostgreSQL
 * @param mail by the mail server
 */
record Processor(double service, double database, double mail) {

    static final Processor NONE = new Processor(0, 0, 0);

    static Processor of(ProcessHandle service, ProcessHandle database, ProcessHandle mail) {
        return new Processor(used(service), used(database), used(mail));
    }

    /** By this process itself, in seconds. */
    static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    /** By this process and its children that live, in seconds. */
    static double used(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children())
                .mapToDouble(one ->
                        one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }

    Processor plus(Processor more) {
        return new Processor(service + more.service, database + more.database, mail + more.mail);
    }

    Processor since(Processor before) {
        return new Processor(service - before.service, database - before.database, mail - before.mail);
    }

    void print(double mails, double alone) {
        System.out.println("processor time a mail:");
        System.out.printf("  %-36s %6.1f ms%n", "(validator alone)", alone * 1000 / mails);
        print("service", mails, Processor::service);
        print("PostgreSQL", mails, Processor::database);
        print("mail server", mails, Processor::mail);
    }

    private void print(String whose, double mails, ToDoubleFunction<Processor> seconds) {
        System.out.printf("  %-36s %6.1f ms%n", whose, seconds.applyAsDouble(this) * 1000 / mails);
    }
}
