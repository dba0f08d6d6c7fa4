package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.peppol.HttpMessage;
import org.rechnungseingang.service.peppol.SendingAccessPoint;
import org.rechnungseingang.service.peppol.SignedAnswer;

/** Senders whose messages never end: none of them stands in another one's way, and each is cut off. */
class SlowMessagesIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final TestDatabase database = TestDatabase.migrated();
    private Node node;

    @BeforeEach
    void start() throws IOException {
        Path log = Path.of("target", "nodes", "slow-messages.log");
        Files.deleteIfExists(log);
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(AccessPoint.properties());
        properties.put("rechnungseingang.access-point.patience", "3s");
        // Until the next byte.
        properties.put("server.tomcat.connection-timeout", "2s");
        // So that four that are not cut off would be all that there is.
        properties.put("server.tomcat.threads.max", "10");
        node = Node.start(log, properties).awaitReady();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void hinderNobodyAndAreCutOff() throws Exception {
        List<SlowSender> slow = Stream.of(SlowSender.Way.values())
                .flatMap(way -> Stream.of(SlowSender.to(node, way), SlowSender.to(node, way)))
                .toList();

        HttpMessage honest = aMessage().http();
        byte[] receipt = new SendingAccessPoint(node.port()).send(honest).body();

        assertThat(SignedAnswer.by("access-point", receipt).received()).hasSize(3);
        await().atMost(LONG_ENOUGH).until(() -> slow.stream().allMatch(SlowSender::isCutOff));
        assertThat(slow)
                .filteredOn(SlowSender::goesOn)
                .allSatisfy(one -> assertThat(one.answer()).contains("errorCode="));
    }
}
