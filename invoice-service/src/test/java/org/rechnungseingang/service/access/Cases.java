package org.rechnungseingang.service.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.town.Towns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One case for each sort of object: of either office, of neither, and of another town. */
record Cases(Map<String, String> receiptNumbers) {

    static final String BAU = "bau";
    static final String SOZIAL = "sozial";
    static final String UNCLAIMED = "unclaimed";
    static final String FOREIGN = "foreign";

    private static final Path SAMPLE = Path.of("../samples/good/ubl-01-schulbedarf.xml");

    static Cases handIn(
            Towns towns, ReceiveInvoice intake, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        Map<String, String> numbers = new TreeMap<>();
        HandIn handIn = (object, town, login, routingId) -> {
            Receipt receipt = towns.in(
                    town,
                    () -> intake.receive(new Envelope(
                            Channel.UPLOAD,
                            clock.instant(),
                            login.map(name -> account(name, jdbc, transaction)).orElseGet(() -> Actor.program("REST")),
                            Optional.of(object + ".xml"),
                            invoice(routingId))));
            towns.awaitChecked(town, receipt.caseId());
            numbers.put(object, receipt.receiptNumber().text());
        };
        handIn.as(BAU, "anstadt", Optional.of("supplier"), "04011000-1234512345-06");
        handIn.as(SOZIAL, "anstadt", Optional.of("other-supplier"), "05117-31001-02");
        handIn.as(UNCLAIMED, "anstadt", Optional.empty(), "991-33333TEST-33");
        handIn.as(FOREIGN, "beistadt", Optional.empty(), "04011000-1234512345-06");
        return new Cases(Map.copyOf(numbers));
    }

    String number(String object) {
        return Optional.ofNullable(receiptNumbers.get(object)).orElseThrow();
    }

    private interface HandIn {
        void as(String object, String town, Optional<String> login, String routingId);
    }

    private static Actor account(String login, JdbcClient jdbc, TransactionTemplate transaction) {
        UUID id = transaction.execute(status -> jdbc.sql("select id from account where login = ?")
                .param(login)
                .query(UUID.class)
                .single());
        return Actor.person(id, login);
    }

    private static byte[] invoice(String routingId) {
        try {
            return Files.readString(SAMPLE)
                    .replaceFirst("<cbc:BuyerReference>[^<]*", "<cbc:BuyerReference>" + routingId)
                    .replaceFirst("<cbc:ID>[^<]*", "<cbc:ID>" + UUID.randomUUID())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
