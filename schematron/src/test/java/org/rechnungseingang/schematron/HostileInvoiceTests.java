package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;

/** What a stranger may send: each in bounded time and memory, and without a word to the outside. */
class HostileInvoiceTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);

    /** Computing time of one check, not time on the wall: other work on the machine does not count. */
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    /** What one check allocates in all, most of it short-lived. */
    private static final long MOST_MEMORY = 512L * 1024 * 1024;

    private static final Validator VALIDATOR = Validator.official();

    @BeforeAll
    static void loadRules() {
        VALIDATOR.check(anInvoice().document(), ON);
    }

    private static Verdict check(String text) {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict check(byte[] bytes) {
        return check(bytes, MOST_MEMORY);
    }

    private static Verdict check(byte[] bytes, long mostMemory) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long worked = threads.getCurrentThreadCpuTime();
        Verdict verdict = VALIDATOR.check(Document.of(bytes), ON);
        assertThat(threads.getCurrentThreadCpuTime() - worked).isLessThan(MOST_TIME.toNanos());
        assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(mostMemory);
        return verdict;
    }

    private static void assertRefused(Verdict verdict, String code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void acceptsTheInvoiceThatTheOthersAreMadeFrom() {
        assertThat(check(anInvoice().text())).isInstanceOf(Verdict.Checked.class);
        assertThat(check(anInvoice().text()).findings().list()).isEmpty();
    }

    @Test
    void refusesDepth() {
        assertRefused(check("<a>".repeat(100_000)), "depth");
        assertRefused(check("<a>".repeat(65)), "depth");
        assertThat(check("<a>".repeat(64) + "</a>".repeat(64)))
                .isInstanceOf(Verdict.Refused.class)
                .isNotEqualTo(check("<a>".repeat(65)));
    }

    @Test
    void refusesDepthInsideAnExtension() {
        String nested = "<a>".repeat(5_000) + "</a>".repeat(5_000);
        assertRefused(check(anInvoice().inExtension(nested).text()), "depth");
    }

    @Test
    void refusesAMillionAttributes() {
        String attributes =
                IntStream.range(0, 1_000_000).mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" "));
        assertRefused(check(anInvoice().with("root", attributes).text()), "attributes");
    }

    @Test
    void refusesAMillionNamespaces() {
        String declarations = IntStream.range(0, 200_000)
                .mapToObj(i -> "xmlns:p" + i + "='urn:" + i + "'")
                .collect(Collectors.joining(" "));
        assertRefused(check(anInvoice().with("root", declarations).text()), "attributes");
    }

    @Test
    void refusesLongNames() {
        assertRefused(
                check(anInvoice().inExtension("<" + "a".repeat(257) + "/>").text()), "name");
        assertRefused(
                check(anInvoice()
                        .inExtension("<" + "a".repeat(1_000_000) + "/>")
                        .text()),
                "name");
        assertRefused(
                check(anInvoice().inExtension("<a " + "b".repeat(257) + "=''/>").text()), "name");
    }

    @Test
    void refusesNumbersThatRulesWouldComputeWith() {
        assertRefused(check(anInvoice().with("payable", "1".repeat(1_000_000)).text()), "digits");
        assertRefused(check(anInvoice().with("payable", "0." + "1".repeat(20)).text()), "digits");
        assertRefused(
                check(anInvoice()
                        .with("payable", "1".repeat(15) + "<!-- -->" + "1".repeat(6))
                        .text()),
                "digits");
        assertThat(check(anInvoice().with("payable", "1".repeat(18) + ".00").text())
                        .outcome())
                .isEqualTo(Outcome.REJECT);
    }

    @Test
    void refusesIdentifiersOfThousandsOfDigits() {
        String reference = "<cbc:BuyerReference>" + "1".repeat(1_001) + "</cbc:BuyerReference>";
        assertRefused(check(anInvoice().with("reference", reference).text()), "digits");
    }

    @Test
    void refusesManyProcessingInstructionsAndComments() {
        assertRefused(
                check(anInvoice().with("prolog", "<?a b?>".repeat(300_000)).text()), "instructions");
        assertRefused(
                check(anInvoice().with("prolog", "<!---->".repeat(100_001)).text()), "comments");
    }

    @Test
    void refusesManyElements() {
        assertRefused(
                check(anInvoice()
                        .inExtension("<a>" + "<b/>".repeat(500_000) + "</a>")
                        .text()),
                "elements");
    }

    @Test
    void refusesMoreThanFifteenMegabytes() {
        assertRefused(
                check(anInvoice().with("prolog", " ".repeat(15 * 1024 * 1024)).text()), "size");
    }

    @Test
    void refusesOtherEncodingsAndVersions() {
        String plain = "<?xml version='1.0'?><a/>";
        assertRefused(check(plain.getBytes(Charset.forName("UTF-32BE"))), "utf-32");
        assertRefused(check(plain.getBytes(Charset.forName("UTF-32LE"))), "utf-32");
        assertRefused(check(plain.getBytes(Charset.forName("IBM1047"))), "ebcdic");
        assertRefused(check("<?xml version='1.0' encoding='IBM037'?><a/>"), "ebcdic");
        assertRefused(check("<?xml version='1.0' encoding='UTF-7'?><a/>"), "encoding");
        assertRefused(check("<?xml version='1.1'?><a/>"), "version");
        assertRefused(check("<?xml version='1.1'?><a/>".getBytes(StandardCharsets.UTF_16)), "version");
        assertRefused(check("<?xml " + " ".repeat(5_000) + "version='1.1'?><a/>"), "declaration");
    }

    @Test
    void readsUtf16() {
        String text = anInvoice().text().replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
        assertThat(check(text.getBytes(StandardCharsets.UTF_16)).outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void callsBytesThatAreNotOfTheirEncodingNotWellFormed() {
        byte[] bytes = anInvoice().text().replace("Erika", "Bj\u00f6rn").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(check(bytes))
                .isInstanceOfSatisfying(
                        Verdict.NotWellFormed.class,
                        fault -> assertThat(fault.line()).isGreaterThan(1));
        assertThat(check("")).isInstanceOf(Verdict.NotWellFormed.class);
        assertThat(check("<a><b></a>")).isInstanceOf(Verdict.NotWellFormed.class);
        assertThat(check("<a xmlns:b='urn:b'><b:c/><d:e/></a>")).isInstanceOf(Verdict.NotWellFormed.class);
    }

    @Test
    void refusesDocumentTypes() {
        assertRefused(check(anInvoice().with("prolog", "<!DOCTYPE Invoice>").text()), "doctype");
        assertRefused(
                check(anInvoice()
                        .with("prolog", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>")
                        .text()),
                "doctype");
        String laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
        assertRefused(check(anInvoice().with("prolog", laughs).text()), "doctype");
        assertThat(check("<a>&b;</a>")).isInstanceOf(Verdict.NotWellFormed.class);
    }

    @Test
    void speaksToNobodyOutside() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            check(anInvoice()
                    .with("prolog", "<!DOCTYPE a SYSTEM '" + url + "'>")
                    .text());
            check(anInvoice()
                    .with("prolog", "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + url + "'> %p;]>")
                    .text());
            check(anInvoice()
                    .with("prolog", "<?xml-stylesheet type='text/xsl' href='" + url + "'?>")
                    .text());
            String hints = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:foreign "
                    + url + " urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 " + url + "'";
            String foreign = "<f:a xmlns:f='urn:foreign' " + hints + " xsi:noNamespaceSchemaLocation='" + url + "'/>";
            assertThat(check(anInvoice()
                                    .with("root", hints)
                                    .inExtension(foreign)
                                    .text())
                            .ruleSet())
                    .isPresent();
            String include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + url + "'/>";
            assertThat(check(anInvoice().inExtension(include).text()).ruleSet()).isPresent();
            assertNobodyCalled(server);
        }
    }

    private static void assertNobodyCalled(ServerSocket server) throws IOException {
        server.setSoTimeout(300);
        try {
            server.accept().close();
            throw new AssertionError("somebody called");
        } catch (SocketTimeoutException expected) {
            assertThat(expected).isNotNull();
        }
    }

    @Test
    void survivesSubtotalsTimesLines() {
        // Short-lived: the sums of each subtotal go over all lines. The heap that these tests get is 512 MB.
        Verdict verdict = check(anInvoice().lines(3_000, 1_000).bytes(), 16L * 1024 * 1024 * 1024);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
    }

    @Test
    void doesNotPutAttachmentsIntoTheTree() {
        String attachment = attachment("QUJD".repeat(2_500_000));
        long before = System.nanoTime();
        assertThat(check(anInvoice().with("attachment", attachment).text()).outcome())
                .isEqualTo(Outcome.ACCEPT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void findsAttachmentsThatAreNotBase64() {
        assertSchemaFault(attachment("QUJ"));
        assertSchemaFault(attachment("QU!D"));
        assertSchemaFault(attachment("QQ==QUJD"));
        assertSchemaFault(attachment("QUJD="));
        assertThat(check(anInvoice()
                                .with("attachment", attachment(" QU\n JD QQ = =\n"))
                                .text())
                        .outcome())
                .isEqualTo(Outcome.ACCEPT);
    }

    private static void assertSchemaFault(String attachment) {
        assertThat(check(anInvoice().with("attachment", attachment).text()))
                .isInstanceOfSatisfying(
                        Verdict.SchemaInvalid.class,
                        invalid -> assertThat(invalid.errors().get(0).text()).contains("base64Binary"));
    }

    private static String attachment(String base64) {
        return "<cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject "
                + "mimeCode='application/pdf' filename='a.pdf'>" + base64
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    }

    @Test
    void staysUsableAfterHundredsOfThousandsOfForeignNames() {
        for (int round = 0; round < 4; round++) {
            int start = round * 10_000;
            String foreign = IntStream.range(start, start + 10_000)
                    .mapToObj(i -> "<n" + i + " xmlns='urn:n" + i + "' a" + i + "='1'/>")
                    .collect(Collectors.joining());
            Verdict verdict =
                    check(anInvoice().inExtension("<a>" + foreign + "</a>").text());
            assertThat(verdict).isInstanceOf(Verdict.Checked.class);
        }
        assertThat(check(anInvoice().text()).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(check(anInvoice().with("reference", "").text()).findings().list())
                .extracting(Finding::rule)
                .containsExactly("BR-DE-15");
    }

    @Test
    void findsTensOfThousandsOfEmptyElementsInLinearTime() {
        Verdict verdict = check(
                anInvoice().inExtension("<a>" + "<b/>".repeat(20_000) + "</a>").text());
        assertThat(verdict.findings().size()).isGreaterThanOrEqualTo(20_000);
        assertThat(verdict.findings().stream().map(Finding::location)).anyMatch(path -> path.endsWith("/ubl:b[20000]"));
    }

    @Test
    void stopsAtFiftyThousandFindings() {
        Verdict verdict = check(
                anInvoice()
                        .inExtension("<a>" + "<b/>".repeat(120_000) + "</a>")
                        .text()
                        .getBytes(StandardCharsets.UTF_8),
                4L * MOST_MEMORY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(verdict.findings().size()).isLessThan(50_100);
        assertThat(verdict.findings().stream().map(Finding::rule)).contains("RULES-BROKE-DOWN");
    }

    @Test
    void givesUpAtTheDeadline() {
        Validator hasty = Validator.official(Duration.ofMillis(1));
        Verdict verdict = hasty.check(anInvoice().lines(200).document(), ON);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("deadline"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void keepsNoMoreThanAHundredSchemaErrors() {
        String wrong = "<cbc:Nonsense/>".repeat(10_000);
        assertThat(check(anInvoice().with("terms", wrong).text()))
                .isInstanceOfSatisfying(
                        Verdict.SchemaInvalid.class,
                        invalid -> assertThat(invalid.errors()).hasSizeBetween(1, 100));
    }
}
