package org.rechnungseingang.service.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.TestPki;

/** The service as an access point, on a PostgreSQL that writes through to the disk; it does its jobs when it is told to. */
final class OwnReceiver implements AutoCloseable {

    /** The routing id of the messages' participant. */
    static final String ROUTING_ID = AMessage.RECEIVER.substring("0204:".length());

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final ServiceProcess service;
    private final DatabaseBehind database;
    private final Side side;
    private long taken;
    private long orders;

    private OwnReceiver(ServiceProcess service, DatabaseBehind database) {
        this.service = service;
        this.database = database;
        this.side = new Side(service.address("/as4"), service.process(), Optional.of(database.process()));
    }

    static OwnReceiver start(Path folder, String heap) {
        ServiceProcess service = ServiceProcess.start(HeldService.class, heap, folder, properties());
        OwnReceiver receiver = new OwnReceiver(service, DatabaseBehind.of(folder.resolve("postgres")));
        receiver.order(HeldService.HOLD);
        return receiver;
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("rechnungseingang.access-point.keys.one.file", TestPki.folder() + "/access-point.p12");
        properties.put("rechnungseingang.access-point.keys.one.password", "peppol-demo");
        properties.put("rechnungseingang.access-point.authorities", TestPki.folder() + "/access-point-ca.pem");
        properties.put("rechnungseingang.access-point.revocation-lists", TestPki.folder() + "/access-point-ca.crl");
        properties.put("rechnungseingang.peppol.musterstadt.participants", AMessage.RECEIVER);
        properties.put("rechnungseingang.people.musterstadt.offices.fachamt.routing-ids", ROUTING_ID);
        return properties;
    }

    /** Sends it these messages, each of which has to be in the database afterwards; what is to be done about them waits. */
    Measured receive(List<ReadyMessage> messages, int atOnce) {
        Measured measured = side.measure(messages, atOnce);
        taken += messages.size();
        if (database.count("as4_message") != taken || database.count("invoice_case") != taken) {
            throw new IllegalStateException("Of " + taken + " messages not each has brought a case");
        }
        return measured;
    }

    /** Lets it check and assign what has come, or find it too large; the processor time of that. */
    Side.Used workOff() {
        Side.Used before = side.used();
        service.say(HeldService.GO);
        orders++;
        await(() -> database.count("scheduled_tasks where task_name = 'stage'") == 0);
        // Before the service is asked for a figure: that takes a password, which by design takes time to check.
        Side.Used used = side.used().since(before);
        order(HeldService.HOLD);
        return used;
    }

    /** How often it was seen at which step while it received these messages one after the other. */
    Map<MessageStep, Double> watched(List<ReadyMessage> messages) {
        Map<MessageStep, Double> before = samples();
        order(HeldService.LOOK);
        receive(messages, 1);
        order(HeldService.LEAVE);
        Map<MessageStep, Double> seen = samples();
        before.forEach((step, count) -> seen.merge(step, -count, Double::sum));
        return seen;
    }

    private Map<MessageStep, Double> samples() {
        Map<MessageStep, Double> samples = new EnumMap<>(MessageStep.class);
        for (MessageStep step : MessageStep.values()) {
            samples.put(step, service.meter("benchmark_samples_total", "step=\"" + step.name() + "\""));
        }
        return samples;
    }

    private void order(String order) {
        orders++;
        service.say(order);
        await(() -> service.meter("benchmark_orders") >= orders);
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (Alone.seconds(start) > AT_MOST.toSeconds()) {
                throw new IllegalStateException("It takes too long");
            }
            ServiceProcess.pause(Duration.ofMillis(20));
        }
    }

    /** How many of the invoices have come to their office's desk. */
    long assigned() {
        return database.assigned();
    }

    long taken() {
        return taken;
    }

    long peakMebibytes() {
        return service.peakMebibytes();
    }

    @Override
    public void close() {
        database.close();
        service.close();
    }
}
