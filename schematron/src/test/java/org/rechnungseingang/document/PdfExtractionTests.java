package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.document.PdfFixture.aPdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.document.PdfExtractionResult.Encrypted;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.NoInvoice;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;
import org.rechnungseingang.document.PdfExtractionResult.SeveralInvoices;
import org.rechnungseingang.document.PdfExtractionResult.Unreadable;

class PdfExtractionTests {

    private static final String XML = "<rechnung>Straßenbeleuchtung</rechnung>";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final PdfExtraction EXTRACTION = PdfExtraction.create();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        EXTRACTION.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "factur-x.xml",
                "xrechnung.xml",
                "zugferd-invoice.xml",
                "ZUGFeRD-invoice.xml",
                "FACTUR-X.XML",
                "/tmp/x/factur-x.xml"
            })
    void findsTheInvoiceByItsName(String name) {
        assertFound(EXTRACTION.extract(aPdf().withFile(name, XML).bytes()), name.substring(name.lastIndexOf('/') + 1));
    }

    @Test
    void findsTheInvoiceInTheFlatListOfAssociatedFiles() {
        assertFound(
                EXTRACTION.extract(
                        aPdf().withAssociatedFile("xrechnung.xml", XML).bytes()),
                "xrechnung.xml");
    }

    @Test
    void countsAnInvoiceInBothPlacesOnce() {
        byte[] pdf = aPdf().withFileInBothPlaces("factur-x.xml", XML).bytes();
        assertFound(EXTRACTION.extract(pdf), "factur-x.xml");
    }

    @Test
    void countsTheSameBytesUnderTwoNamesOnce() {
        byte[] pdf = aPdf().withFile("factur-x.xml", XML)
                .withFile("xrechnung.xml", XML)
                .bytes();
        assertFound(EXTRACTION.extract(pdf), "factur-x.xml");
    }

    @Test
    void refusesToChooseBetweenTwoInvoices() {
        byte[] pdf = aPdf().withFile("factur-x.xml", XML)
                .withFile("xrechnung.xml", "<andere/>")
                .bytes();
        assertThat(EXTRACTION.extract(pdf)).isEqualTo(new SeveralInvoices(List.of("factur-x.xml", "xrechnung.xml")));
    }

    @Test
    void seesThroughAFileWithTwoFaces() {
        byte[] pdf = aPdf().withTwoFacedFile("factur-x.xml", XML, "<andere/>").bytes();
        assertThat(EXTRACTION.extract(pdf)).isEqualTo(new SeveralInvoices(List.of("factur-x.xml", "factur-x.xml")));
    }

    @Test
    void leavesOtherFilesAlone() {
        byte[] pdf = aPdf().withFile("lieferschein.xml", XML)
                .withFile("factur-x.xml.txt", XML)
                .bytes();
        assertThat(EXTRACTION.extract(pdf)).isEqualTo(new NoInvoice());
    }

    @Test
    void findsNothingInAPdfWithoutFiles() {
        assertThat(EXTRACTION.extract(aPdf().bytes())).isEqualTo(new NoInvoice());
    }

    @Test
    void takesAsManyAttachmentsAsAreAllowedBesideTheInvoice() {
        PdfFixture pdf = aPdf().withFile("factur-x.xml", XML);
        for (int attachment = 1; attachment <= 200; attachment++) {
            pdf.withFile("beleg-" + attachment + ".pdf", "Beleg " + attachment);
        }
        assertFound(EXTRACTION.extract(pdf.bytes()), "factur-x.xml");
    }

    @Test
    void refusesMoreAttachmentsThanAreAllowedInWhicheverListTheyStand() {
        try (PdfExtraction extraction = PdfExtraction.create(PdfExtractionLimits.DEFAULT.withAttachments(2), 1)) {
            PdfFixture pdf = aPdf().withFile("factur-x.xml", XML)
                    .withFile("beleg-1.pdf", "Beleg 1")
                    .withFileInBothPlaces("beleg-2.pdf", "Beleg 2")
                    .withAssociatedFile("beleg-3.pdf", "Beleg 3");
            assertThat(extraction.extract(pdf.bytes())).isEqualTo(new OverLimit(Limit.ATTACHMENTS));
        }
    }

    @Test
    void asksForNoPassword() {
        byte[] pdf = aPdf().withFile("factur-x.xml", XML).encrypted("geheim").bytes();
        assertThat(EXTRACTION.extract(pdf)).isEqualTo(new Encrypted());
    }

    @Test
    void readsAPdfThatIsOnlyProtectedAgainstChanges() {
        byte[] pdf = aPdf().withFile("factur-x.xml", XML).encrypted("").bytes();
        assertFound(EXTRACTION.extract(pdf), "factur-x.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kein PDF", "%PDF-1.7\n%%EOF", "%PDF-1.7\n1 0 obj\n<</Type/Catalog"})
    void callsGarbageUnreadable(String garbage) {
        assertThat(EXTRACTION.extract(garbage.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void walksADeepNameTreeThatBitesItsTail() {
        byte[] pdf = PdfFixture.deepAndCircular(300, "factur-x.xml", "<r/>");
        assertThat(EXTRACTION.extract(pdf)).isInstanceOf(Found.class);
    }

    @Test
    void survivesATreeDeeperThanTheStack() {
        byte[] pdf = PdfFixture.deepAndCircular(20_000, "factur-x.xml", "<r/>");
        assertThat(EXTRACTION.extract(pdf)).isEqualTo(new OverLimit(Limit.MEMORY));
        assertStillWorks(EXTRACTION);
    }

    @Test
    void refusesATreeOfTooManyNodes() {
        assertThat(EXTRACTION.extract(PdfFixture.wide(11_000))).isEqualTo(new OverLimit(Limit.SIZE));
    }

    @Test
    void stopsUnpackingAtTheLimitOfAnInvoice() {
        assertThat(EXTRACTION.extract(aPdf().withBomb("factur-x.xml", 300).bytes()))
                .isEqualTo(new OverLimit(Limit.SIZE));
    }

    @Test
    void survivesABombInTwoWrappings() {
        assertThat(EXTRACTION.extract(
                        aPdf().withWrappedBomb("factur-x.xml", 300).bytes()))
                .isEqualTo(new OverLimit(Limit.MEMORY));
        assertStillWorks(EXTRACTION);
    }

    @Test
    void refusesAPdfAboveItsSizeWithoutOpeningIt() {
        assertThat(EXTRACTION.extract(new byte[PdfExtractionLimits.DEFAULT.pdfBytes() + 1]))
                .isEqualTo(new OverLimit(Limit.SIZE));
    }

    @Test
    void keepsItsProcessForTheNextPdf() {
        try (PdfExtraction extraction = PdfExtraction.create()) {
            assertStillWorks(extraction);
            List<Long> first = extraction.idleProcesses();
            assertStillWorks(extraction);
            assertThat(first).hasSize(1).isEqualTo(extraction.idleProcesses());
        }
    }

    @Test
    void startsAnotherProcessWhenTheIdleOneWasKilled() {
        try (PdfExtraction extraction = PdfExtraction.create()) {
            assertStillWorks(extraction);
            ProcessHandle.of(extraction.idleProcesses().get(0)).orElseThrow().destroyForcibly();
            assertStillWorks(extraction);
        }
    }

    @Test
    void triesAPdfAgainWhoseProcessWasKilledInTheMiddle() throws Exception {
        try (PdfExtraction extraction = PdfExtraction.create()) {
            assertStillWorks(extraction);
            long process = extraction.idleProcesses().get(0);
            signal("STOP", process);
            CompletableFuture<PdfExtractionResult> result = CompletableFuture.supplyAsync(() ->
                    extraction.extract(aPdf().withFile("factur-x.xml", XML).bytes()));
            awaitTaken(extraction);
            assertThat(result).isNotDone();
            signal("KILL", process);
            assertFound(result.get(60, TimeUnit.SECONDS), "factur-x.xml");
        }
    }

    @Test
    void killsAProcessThatTakesTooLong() throws Exception {
        PdfExtractionLimits limits = new PdfExtractionLimits(Duration.ofSeconds(20), 64, 100_000, 10_000, 200);
        try (PdfExtraction extraction = PdfExtraction.create(limits, 1)) {
            assertStillWorks(extraction);
            long process = extraction.idleProcesses().get(0);
            signal("STOP", process);
            assertThatThrownBy(() -> extraction.extract(aPdf().bytes()))
                    .isInstanceOf(ExtractionFailed.class)
                    .hasMessageContaining("longer than 20 s");
            assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
            assertStillWorks(extraction);
        }
    }

    @Test
    void saysNothingOfAPdfWhoseProcessesEndOverAndOver() throws Exception {
        Path java = program("printf R; exit 9");
        try (PdfExtraction extraction = PdfExtraction.create(PdfExtractionLimits.DEFAULT, 1, java)) {
            assertThatThrownBy(() -> extraction.extract(aPdf().bytes()))
                    .isInstanceOf(ExtractionFailed.class)
                    .isNotInstanceOf(ExtractionNotStarted.class)
                    .hasMessageContaining("exit code 9");
        }
    }

    @Test
    void tellsThatItsProcessCannotBeStartedAndStartsItOnceThatIsMended() throws Exception {
        Path broken = folder.resolve("broken");
        Files.createFile(broken);
        Path java = program("test -e " + broken + " && exit 1; exec " + JAVA + " \"$@\"");
        try (PdfExtraction extraction = PdfExtraction.create(PdfExtractionLimits.DEFAULT, 1, java)) {
            assertThatThrownBy(() -> extraction.extract(aPdf().bytes())).isInstanceOf(ExtractionNotStarted.class);
            Files.delete(broken);
            assertStillWorks(extraction);
        }
        try (PdfExtraction none = PdfExtraction.create(PdfExtractionLimits.DEFAULT, 1, folder.resolve("nothing"))) {
            assertThatThrownBy(() -> none.extract(aPdf().bytes())).isInstanceOf(ExtractionNotStarted.class);
        }
    }

    @Test
    void letsSeveralProcessesWorkSideBySide() {
        try (PdfExtraction extraction = PdfExtraction.create(PdfExtractionLimits.DEFAULT, 2)) {
            List<CompletableFuture<Void>> calls = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> assertStillWorks(extraction)))
                    .toList();
            calls.forEach(CompletableFuture::join);
            assertThat(extraction.idleProcesses()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void letsNobodyWaitLongerThanHisPatience() throws Exception {
        try (PdfExtraction extraction = PdfExtraction.create()) {
            byte[] pdf = aPdf().withFile("factur-x.xml", XML).bytes();
            assertThat(extraction.extract(pdf, Duration.ZERO))
                    .hasValueSatisfying(result -> assertFound(result, "factur-x.xml"));
            long process = extraction.idleProcesses().get(0);
            signal("STOP", process);
            CompletableFuture<PdfExtractionResult> other = CompletableFuture.supplyAsync(() -> extraction.extract(pdf));
            awaitTaken(extraction);

            assertThat(extraction.extract(pdf, Duration.ZERO)).isEmpty();
            signal("CONT", process);
            assertFound(other.get(60, TimeUnit.SECONDS), "factur-x.xml");
        }
    }

    @Test
    void endsItsProcessWhenItIsClosed() throws Exception {
        PdfExtraction extraction = PdfExtraction.create();
        assertStillWorks(extraction);
        ProcessHandle process =
                ProcessHandle.of(extraction.idleProcesses().get(0)).orElseThrow();
        extraction.close();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> extraction.extract(new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsByItselfWhenItsInputEnds() throws Exception {
        List<String> command =
                PdfExtractionCommand.here(JAVA, PdfExtractionLimits.DEFAULT).words();
        Process process = new ProcessBuilder(command).start();
        assertThat(process.getInputStream().read()).isEqualTo('R');
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void assertStillWorks(PdfExtraction extraction) {
        assertFound(extraction.extract(aPdf().withFile("factur-x.xml", XML).bytes()), "factur-x.xml");
    }

    private static void assertFound(PdfExtractionResult result, String name) {
        assertThat(result).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.name()).isEqualTo(name);
            assertThat(new String(found.xml(), StandardCharsets.UTF_8)).isEqualTo(XML);
        });
    }

    private static void awaitTaken(PdfExtraction extraction) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!extraction.idleProcesses().isEmpty()) {
            assertThat(System.nanoTime()).as("nobody took the process").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** A program that stands in for Java. */
    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
