package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionLimits;
import org.rechnungseingang.service.access.Visitor;
import org.rechnungseingang.service.access.Who;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The real stages, with a Java for reading PDFs that ends over every one of them until it is mended. */
@WithTwoTowns
@DirtiesContext
class CheckFailedIT {

    private static final String TOWN = "anstadt";
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "../samples");

    @TempDir
    private static Path folder;

    private static PdfExtraction faulty;

    @TestBean
    private PdfExtraction pdfs;

    @LocalServerPort
    private int port;

    @Autowired
    private Towns towns;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Journal journal;

    @Autowired
    private DeadLetters letters;

    private Partner partner;

    @BeforeAll
    static void breakJava() throws IOException {
        Files.createFile(folder.resolve("broken"));
        Path java = Files.writeString(
                folder.resolve("java"), """
                #!/bin/sh
                test -e "%s" && { printf R; exit 9; }
                exec "%s/bin/java" "$@"
                """.formatted(folder.resolve("broken"), System.getProperty("java.home")));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        faulty = PdfExtraction.create(PdfExtractionLimits.DEFAULT, 1, java);
    }

    @AfterAll
    static void end() {
        faulty.close();
    }

    static PdfExtraction pdfs() {
        return faulty;
    }

    @BeforeEach
    void connect() {
        partner = Partner.ofAnstadt(port);
    }

    @Test
    void givesNoVerdictUntilItIsMendedAndTheRightOneThen() {
        byte[] pdf = sample("good/zugferd-01-xrechnung.pdf");

        Answer refused = partner.check(pdf);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.at("/code")).isEqualTo("check-failed");
        assertThat(refused.header("Retry-After")).isEqualTo("60");

        String number = partner.handIn(pdf).at("/receiptNumber");
        Answer held = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> partner.status(number),
                        answer -> answer.at("/mark/code").equals("on-hold"));
        assertThat(held.at("/station/code")).isEqualTo("received");
        assertThat(held.at("/hold/code")).isEqualTo("check-failed");
        assertThat(held.at("/hold/label")).contains("sagt nichts über die Rechnung");
        assertThat(held.json().has("verdict")).isFalse();

        Visitor treasurer = Visitor.of(Who.TREASURER, port);
        assertThat(treasurer.get("/invoices").body()).contains("Prüfung gescheitert");
        assertThat(treasurer.get("/invoices/" + number).body())
                .contains("Die Prüfung konnte nicht zu Ende geführt werden", "Die Administration weiß davon")
                .doesNotContain("Die Prüfung läuft");

        DeadLetter letter = letter(number);
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.reason()).contains("exit code 9");

        mend();
        assertThat(partner.check(pdf).at("/verdict/outcome")).isEqualTo("accept");
        Visitor.of(Who.ADMINISTRATOR, port).press("/dead-letters/" + letter.id() + "/again");

        Answer checked = partner.checked(number);
        assertThat(checked.at("/verdict/outcome")).isEqualTo("accept");
        assertThat(checked.json().has("hold")).isFalse();
        assertThat(towns.in(TOWN, letters::waiting)).isEmpty();
        // The sample is written to another town: the desk has it next.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(history(number))
                        .containsExactly(
                                "InvoiceReceived by REST",
                                "StageGivenUp by check",
                                "StageSentAgain by Gesa Petersen",
                                "InvoiceChecked by check",
                                "InvoiceNotAssigned by assign"));
    }

    private DeadLetter letter(String number) {
        List<DeadLetter> waiting = towns.in(TOWN, letters::waiting);
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).job().receiptNumber()).isEqualTo(number);
        return waiting.get(0);
    }

    private List<String> history(String number) {
        return towns.in(TOWN, () -> {
            CaseId caseId = cases.find(ReceiptNumber.of(number).orElseThrow())
                    .orElseThrow()
                    .id();
            return journal.of(caseId).stream()
                    .map(entry -> entry.kind() + " by " + entry.by())
                    .toList();
        });
    }

    private static void mend() {
        try {
            Files.delete(folder.resolve("broken"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
