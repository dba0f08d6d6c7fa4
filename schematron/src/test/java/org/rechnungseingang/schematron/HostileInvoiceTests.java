package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stranger may send: each in bounded time and memory, and without a word to the outside. */
class HostileInvoiceTests {

    private static final long MOST_MEMORY = HostileCheck.MOST_MEMORY;

    /** The deadline is time on the wall, so on a busy machine it must not come before the bound of computing time. */
    private static final HostileCheck CHECK = new HostileCheck(Validator.official(Duration.ofMinutes(10)));

    @BeforeAll
    static void loadRules() {
        check(anInvoice().text(), 4 * MOST_MEMORY);
    }

    @AfterAll
    static void writeTable() {
        CHECK.writeTable();
    }

    private static Verdict check(String text) {
        return check(text, MOST_MEMORY);
    }

    private static Verdict check(String text, long mostMemory) {
        return check(text.getBytes(StandardCharsets.UTF_8), mostMemory);
    }

    private static Verdict check(byte[] bytes) {
        return check(bytes, MOST_MEMORY);
    }

    private static Verdict check(byte[] bytes, long mostMemory) {
        return CHECK.check(bytes, mostMemory);
    }

    /** With a row in the table. */
    private static Verdict check(String what, String text) {
        return check(what, text, MOST_MEMORY);
    }

    private static Verdict check(String what, String text, long mostMemory) {
        return check(what, text.getBytes(StandardCharsets.UTF_8), mostMemory);
    }

    private static Verdict check(String what, byte[] bytes, long mostMemory) {
        return CHECK.check(what, bytes, mostMemory);
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
        assertRefused(check("depth 100 000", "<a>".repeat(100_000)), "depth");
        assertRefused(check("depth 5 000", "<a>".repeat(5_000) + "</a>".repeat(5_000)), "depth");
        assertRefused(check("<a>".repeat(65)), "depth");
        assertThat(check("<a>".repeat(64) + "</a>".repeat(64)))
                .isInstanceOf(Verdict.Refused.class)
                .isNotEqualTo(check("<a>".repeat(65)));
    }

    @Test
    void refusesDepthInsideAnExtension() {
        assertRefused(check("depth 5 000 in an extension", nestedInExtension(5_000)), "depth");
        assertRefused(check("depth 100 000 in an extension", nestedInExtension(100_000)), "depth");
    }

    private static String nestedInExtension(int depth) {
        return anInvoice()
                .inExtension("<a>".repeat(depth) + "</a>".repeat(depth))
                .text();
    }

    @Test
    void refusesAMillionAttributes() {
        String attributes =
                IntStream.range(0, 1_000_000).mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" "));
        assertRefused(
                check(
                        "1 000 000 attributes",
                        anInvoice().with("root", attributes).text()),
                "attributes");
    }

    @Test
    void refusesAMillionNamespaces() {
        String declarations = IntStream.range(0, 200_000)
                .mapToObj(i -> "xmlns:p" + i + "='urn:" + i + "'")
                .collect(Collectors.joining(" "));
        assertRefused(
                check(
                        "200 000 namespaces",
                        anInvoice().with("root", declarations).text()),
                "attributes");
    }

    @Test
    void refusesTooManyDifferentNames() {
        assertRefused(
                check(
                        "350 000 different names",
                        anInvoice()
                                .inExtension(IntStream.range(0, 350_000)
                                        .mapToObj(i -> "<a" + i + ":t xmlns:a" + i + "='u'/>")
                                        .collect(Collectors.joining()))
                                .text()),
                "names");
    }

    @Test
    void refusesLongNames() {
        assertRefused(
                check(anInvoice().inExtension("<" + "a".repeat(257) + "/>").text()), "name");
        assertRefused(
                check(
                        "name of 1 000 000 letters",
                        anInvoice()
                                .inExtension("<" + "a".repeat(1_000_000) + "/>")
                                .text()),
                "name");
        assertRefused(
                check(anInvoice().inExtension("<a " + "b".repeat(257) + "=''/>").text()), "name");
    }

    @Test
    void refusesNumbersThatRulesWouldComputeWith() {
        assertRefused(
                check(
                        "number of 1 000 000 digits",
                        anInvoice().with("payable", "1".repeat(1_000_000)).text()),
                "digits");
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
        assertRefused(
                check(
                        "identifier of 1 001 digits",
                        anInvoice().with("reference", reference).text()),
                "digits");
    }

    @Test
    void refusesManyProcessingInstructionsAndComments() {
        assertRefused(
                check(
                        "300 000 processing instructions",
                        anInvoice().with("prolog", "<?a b?>".repeat(300_000)).text()),
                "instructions");
        assertRefused(
                check(
                        "100 001 comments",
                        anInvoice().with("prolog", "<!---->".repeat(100_001)).text()),
                "comments");
    }

    @Test
    void refusesManyElements() {
        assertRefused(
                check(
                        "500 000 elements",
                        anInvoice()
                                .inExtension("<a>" + "<b/>".repeat(500_000) + "</a>")
                                .text()),
                "elements");
    }

    @Test
    void refusesMoreThanFifteenMegabytes() {
        assertRefused(
                check(
                        "more than 15 MiB",
                        anInvoice().with("prolog", " ".repeat(15 * 1024 * 1024)).text()),
                "size");
    }

    @Test
    void refusesOtherEncodingsAndVersions() {
        String plain = "<?xml version='1.0'?><a/>";
        assertRefused(check("UTF-32", plain.getBytes(Charset.forName("UTF-32BE")), MOST_MEMORY), "utf-32");
        assertRefused(check(plain.getBytes(Charset.forName("UTF-32LE"))), "utf-32");
        assertRefused(check("EBCDIC", plain.getBytes(Charset.forName("IBM1047")), MOST_MEMORY), "ebcdic");
        assertRefused(check("<?xml version='1.0' encoding='IBM037'?><a/>"), "ebcdic");
        assertRefused(check("<?xml version='1.0' encoding='UTF-7'?><a/>"), "encoding");
        assertRefused(check("XML 1.1", "<?xml version='1.1'?><a/>"), "version");
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
                check(
                        "document type in a file",
                        anInvoice()
                                .with("prolog", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>")
                                .text()),
                "doctype");
        String laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
        assertRefused(
                check("entities of entities", anInvoice().with("prolog", laughs).text()), "doctype");
        assertThat(check("<a>&b;</a>")).isInstanceOf(Verdict.NotWellFormed.class);
    }

    @Test
    void speaksToNobodyOutside() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            assertRefused(check("document type at a port", prolog("<!DOCTYPE a SYSTEM '" + url + "'>")), "doctype");
            String parameter = "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + url + "'> %p;]>";
            assertRefused(check("parameter entity at a port", prolog(parameter)), "doctype");
            String general = "<!DOCTYPE a [<!ENTITY e SYSTEM '" + url + "'>]>";
            String used =
                    anInvoice().with("prolog", general).with("payable", "&e;").text();
            assertRefused(check("entity at a port", used), "doctype");
            String style = "<?xml-stylesheet type='text/xsl' href='" + url + "'?>";
            assertRead(check("xml-stylesheet at a port", prolog(style)));
            assertRead(check("schemaLocation at a port", withSchemaAt(url)));
            String include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + url + "'/>";
            assertRead(
                    check("XInclude at a port", anInvoice().inExtension(include).text()));
            assertNobodyCalled(server);
        }
    }

    private static String prolog(String prolog) {
        return anInvoice().with("prolog", prolog).text();
    }

    private static String withSchemaAt(String url) {
        String hints = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:foreign " + url
                + " urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 " + url + "'";
        String foreign = "<f:a xmlns:f='urn:foreign' " + hints + " xsi:noNamespaceSchemaLocation='" + url + "'/>";
        return anInvoice().with("root", hints).inExtension(foreign).text();
    }

    private static void assertRead(Verdict verdict) {
        assertThat(verdict.ruleSet()).isPresent();
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
        Verdict verdict = CHECK.check(
                "1 000 subtotals × 3 000 lines",
                anInvoice().lines(3_000, 1_000).bytes(),
                16L * 1024 * 1024 * 1024,
                HostileCheck.MOST_TIME.multipliedBy(2));
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
    }

    @Test
    void doesNotPutAttachmentsIntoTheTree() {
        String attachment = attachment("QUJD".repeat(2_500_000));
        Verdict verdict = check(
                "attachment of 10 MB",
                anInvoice().with("attachment", attachment).text());
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void readsAHundredThousandLinesOfTerms() {
        String terms = "<cac:PaymentTerms><cbc:Note>" + "#SKONTO#TAGE=14#PROZENT=2.25#\n".repeat(100_000)
                + "</cbc:Note></cac:PaymentTerms>";
        // BR-DE-18 looks at each line by a pattern of its own: 20 KB, short-lived.
        String text = anInvoice().with("terms", terms).text();
        assertThat(check("100 000 lines of terms", text, 8L * MOST_MEMORY).outcome())
                .isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void findsTheDigitsOfALongTelephoneNumberInLinearTime() {
        String letters = "x".repeat(500_000);
        assertThat(rules(check("telephone of 1 000 000 letters", withTelephone("1" + letters + "2" + letters))))
                .containsExactly("BR-DE-27");
        assertThat(rules(check(withTelephone("1" + letters + "2" + letters + "3"))))
                .isEmpty();
        assertThat(rules(check(withTelephone("1\n2 3")))).isEmpty();
        assertThat(rules(check(withTelephone("12")))).containsExactly("BR-DE-27");
        assertThat(rules(check(withTelephone("(1) 2/3")))).isEmpty();
    }

    @Test
    void readsALongMailAddressInLinearTime() {
        String text = anInvoice().text();
        String address = "seller@" + "a.".repeat(100_000);
        assertThat(rules(check(
                        "mail address of 100 000 parts",
                        text.replace("<cbc:ElectronicMail>seller@example.org", "<cbc:ElectronicMail>" + address))))
                .containsExactly("BR-DE-28");
    }

    private static String withTelephone(String number) {
        return anInvoice().text().replace("0123 456789", number);
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.findings().stream().map(Finding::rule).toList();
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
            Verdict verdict = check(
                    "10 000 foreign names, time " + (round + 1),
                    anInvoice().inExtension("<a>" + foreign + "</a>").text());
            assertThat(verdict).isInstanceOf(Verdict.Checked.class);
        }
        assertThat(check(anInvoice().text()).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(check(anInvoice().with("reference", "").text()).findings().list())
                .extracting(Finding::rule)
                .containsExactly("BR-DE-15");
    }

    @Test
    void findsThousandsOfEmptyElementsInLinearTime() {
        Verdict verdict = check(
                "15 000 empty elements",
                anInvoice().inExtension("<a>" + "<b/>".repeat(15_000) + "</a>").text());
        assertThat(verdict.findings().size()).isGreaterThanOrEqualTo(15_000);
        assertThat(verdict.findings().stream().map(Finding::location)).anyMatch(path -> path.endsWith("/ubl:b[15000]"));
    }

    @Test
    void stopsAtFiftyThousandFindings() {
        Verdict verdict = check(
                "120 000 empty elements",
                anInvoice().inExtension("<a>" + "<b/>".repeat(120_000) + "</a>").text(),
                4L * MOST_MEMORY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(verdict.findings().size()).isLessThan(50_100);
        assertThat(verdict.findings().stream().map(Finding::rule)).contains("RULES-BROKE-DOWN");
    }

    @Test
    void givesUpAtTheDeadline() {
        Validator hasty = Validator.official(Duration.ofMillis(1));
        Verdict verdict = hasty.check(anInvoice().lines(200).document(), HostileCheck.ON);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("deadline"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void keepsNoMoreThanAHundredSchemaErrors() {
        String wrong = "<cbc:Nonsense/>".repeat(10_000);
        assertThat(check(
                        "10 000 schema errors", anInvoice().with("terms", wrong).text()))
                .isInstanceOfSatisfying(
                        Verdict.SchemaInvalid.class,
                        invalid -> assertThat(invalid.errors()).hasSizeBetween(1, 100));
    }
}
