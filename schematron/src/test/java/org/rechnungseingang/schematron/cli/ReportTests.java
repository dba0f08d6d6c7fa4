package org.rechnungseingang.schematron.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {

    private static final Path SAMPLES =
            Files.isDirectory(Path.of("samples")) ? Path.of("samples") : Path.of("../samples");

    /** Turns the direction of text around. */
    private static final String BIDI = "\u202e";

    private static final String HOSTILE = "</code><script>alert(1)</script>&\"'" + BIDI + "\u001b[31m";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Terminal terminal, String... arguments) {
        return Main.run(
                terminal, new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String sample(String name) throws IOException {
        return Files.copy(SAMPLES.resolve(name), folder.resolve(Path.of(name).getFileName()))
                .toString();
    }

    private String text() {
        return out.toString().replace(folder + "/", "");
    }

    @Test
    void tellsInGermanWhatIsWrongWithTheAmountDue() throws IOException {
        run(Terminal.NONE, "--date=2026-11-20", sample("bad/summe-zahlbetrag.xml"));

        assertThat(text()).isEqualTo("""
                summe-zahlbetrag.xml: abgelehnt  (xrechnung-cii 3.0.2)

                  1 Fehler
                    BR-CO-16  BT-115 Zu zahlender Betrag, BT-112 Gesamtbetrag mit Umsatzsteuer,
                              BT-113 Bereits gezahlter Betrag, BT-114 Rundungsbetrag
                      Der Zahlbetrag (BT-115) stimmt nicht: Er muss gleich Bruttobetrag (BT-112)
                      minus bereits gezahltem Betrag (BT-113) plus Rundung (BT-114) sein.
                      → BT-115 muss gleich BT-112 sein, also 6.796,04 EUR, in BT-115 steht
                      6.789,01 EUR; es fehlen 7,03 EUR.
                      Ort:
                      /rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation
                      amtlich: [BR-CO-16]-Amount due for payment (BT-115) = Invoice total amount
                      with VAT (BT-112) -Paid amount (BT-113) +Rounding amount (BT-114).

                """);
    }

    @Test
    void tellsInEnglishWhatIsWrongWithTheTypeCode() throws IOException {
        run(Terminal.NONE, "--date=2026-11-20", "--lang=en", sample("bad/gutschrift-als-rechnung.xml"));

        assertThat(text()).isEqualTo("""
                gutschrift-als-rechnung.xml: rejected  (xrechnung-ubl-invoice 3.0.2)

                  1 error
                    BR-CL-01  BT-3 Invoice type code
                      The invoice type code (BT-3) is not in the code list UNTDID 1001. It is
                      380 for an invoice, 381 for a credit note, 384 for a correction.
                      → The code in the invoice is "381".
                      place: /ubl:Invoice/cbc:InvoiceTypeCode
                      found: 381
                      official: [BR-CL-01]-The document type code MUST be coded by the invoice
                      and credit note related code lists of UNTDID 1001.

                """);
    }

    @Test
    void countsSeveralFiles() throws IOException {
        run(Terminal.NONE, sample("bad/leitweg-id-fehlt.xml"), sample("bad/bestellung.xml"));

        assertThat(text()).endsWith("""

                2 Dateien: 1 abgelehnt, 1 keine E-Rechnung
                Häufigste Regeln:
                  BR-DE-15  1-mal, in 1 Datei
                """);
    }

    @Test
    void saysRulesThatFailOftenOnce() throws IOException {
        String text = Files.readString(SAMPLES.resolve("good/ubl-11-sechzig-positionen.xml"));
        Path spoilt = Files.writeString(
                folder.resolve("spoilt.xml"), text.replaceAll("unitCode=\"[A-Z0-9]+\"", "unitCode=\"wrong\""));
        run(Terminal.NONE, "--date=2026-11-20", spoilt.toString());

        assertThat(Pattern.compile("BR-CL-23 ×60").matcher(text()).results()).hasSize(1);
        assertThat(text()).contains("… und an 57 weiteren Stellen", "„wrong“", "cac:InvoiceLine[3]");
        assertThat(text()).doesNotContain("cac:InvoiceLine[4]");
    }

    @Test
    void coloursOnlyWhatATerminalShows() throws IOException {
        String order = sample("bad/bestellung.xml");
        run(Terminal.NONE, order);
        assertThat(out.toString()).doesNotContain("\u001b");
        run(new Terminal(true, false, 80), order);
        assertThat(out.toString()).contains("\u001b[1m\u001b[31mkeine E-Rechnung\u001b[0m");
    }

    @Test
    void takesNoCommandsFromAFile() throws IOException {
        Path file = hostileFile();
        run(new Terminal(true, true, 80), file.toString());

        assertThat(out.toString()).contains("@|red x|@", "\ufffd").doesNotContain(BIDI, "\u001b[31m\u001b");
        assertThat(out.toString().replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContain("\u001b");
    }

    @Test
    void writesAPageThatNothingGetsOutOf() throws IOException {
        assertThat(run(
                        Terminal.NONE,
                        "--format=html",
                        "--date=2026-11-20",
                        hostileFile().toString()))
                .isEqualTo(1);

        assertThat(out.toString())
                .startsWith("<!DOCTYPE html>\n<html lang=\"de\">")
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;\ufffd[31m", "&lt;b&gt;@|red x|@")
                .doesNotContain("<script", BIDI, "\u001b", "http://", "https://", " src=", " style=");
    }

    @Test
    void leadsFromTheOverviewToEachFile() throws IOException {
        run(
                Terminal.NONE,
                "--format=html",
                "--lang=en",
                sample("good/ubl-01-schulbedarf.xml"),
                sample("bad/bestellung.xml"),
                "none.xml");

        assertThat(out.toString())
                .contains("<a href=\"#file-1\">", "<a href=\"#file-2\">")
                .contains("<article id=\"file-1\">", "<article id=\"file-2\">")
                .contains("Nothing found.", "This is an order", "<li>none.xml: does not exist</li>");
    }

    @Test
    void countsInTheOverviewWhatWasFoundBesideTheOfficialRules() throws IOException {
        run(Terminal.NONE, "--format=html", "--date=2026-11-20", sample("bad/30-februar-cii.xml"));

        assertThat(out.toString().replaceAll("\\s+<", "<"))
                .contains("<th scope=\"col\" class=\"number\">Daneben</th>", "OWN-DATE")
                .containsPattern("(<td class=\"number\">0</td>){3}<td class=\"number\">1</td></tr>");
    }

    /** Hostile in its name and in a value that rules speak of. */
    private Path hostileFile() throws IOException {
        String text = Files.readString(SAMPLES.resolve("bad/gutschrift-als-rechnung.xml"));
        String value = HOSTILE.replace("\u001b", "").replace("&", "&amp;").replace("<", "&lt;");
        Path file = folder.resolve("<b>@|red x|@" + BIDI + "\u001b[31m.xml");
        return Files.writeString(
                file, text.replaceAll("<cbc:InvoiceTypeCode>[^<]*<", "<cbc:InvoiceTypeCode>" + value + "<"));
    }
}
