package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.ReceivingAccessPoint;
import org.rechnungseingang.service.peppol.SendingAccessPoint;
import org.rechnungseingang.service.peppol.TestPki;

/**
 * The access point, killed with SIGKILL between a verdict and the proof that the sender's access point, phase4, was told:
 * it is told, there is one proof, and what comes twice comes under the same name. {@code -Dcrash.rounds=20} does it as often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusCrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private ReceivingAccessPoint receiver;
    private MortalService service;
    private int sent;

    static Stream<StatusPoint> everyPoint() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> Stream.of(StatusPoint.values()));
    }

    @BeforeAll
    void start() {
        Path folder = Path.of(System.getProperty("basedir", "."), "target", "received-" + UUID.randomUUID());
        receiver = ReceivingAccessPoint.start(folder, "sender");
        String prefix = "rechnungseingang.access-point.outbound.endpoints.sender.";
        Map<String, String> properties = new HashMap<>(AccessPoint.properties());
        properties.put(prefix + "participant", "0242:000200");
        properties.put(prefix + "url", receiver.url().toString());
        properties.put(prefix + "certificate", TestPki.folder() + "/sender.pem");
        service = MortalService.start(properties);
    }

    @AfterAll
    void stop() {
        service.close();
        receiver.close();
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void tellsOnceAndProvesIt(StatusPoint point) {
        AMessage message = aMessage().wants("MLS_TYPE", "ALWAYS_SEND");
        String written = "outbound_message where answers = '" + message.instanceId() + "'";
        service.node().stopAt(point);
        sent++;
        assertThat(new SendingAccessPoint(service.node().port())
                        .send(message.http())
                        .statusCode())
                .isEqualTo(200);
        service.node().awaitStopped(point);

        service.kill();

        assertThat(service.count(written)).isEqualTo(point.written());
        assertThat(receiver.takenAbout(message.instanceId())).hasSize(point.arrived());
        service.startAgain();
        try (Evidence evidence = service.evidence()) {
            evidence.awaitChecked(sent, LONG_ENOUGH);
            assertThat(evidence.count(written + " and delivered_at is not null"))
                    .isEqualTo(1);
            assertThat(evidence.count("journal_entry where kind = 'StatusDelivered'"))
                    .isEqualTo(sent);
            assertThat(evidence.count("dead_letter")).isZero();
        }
        await().atMost(LONG_ENOUGH)
                .until(() -> receiver.takenAbout(message.instanceId()).size() >= point.arrivals());
        List<String> names = receiver.takenAbout(message.instanceId());
        assertThat(names).hasSize(point.arrivals());
        assertThat(names.stream().distinct()).hasSize(1);
    }
}
