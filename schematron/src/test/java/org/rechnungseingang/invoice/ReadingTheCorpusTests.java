package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Reading.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The readers understand the official test invoices. */
class ReadingTheCorpusTests {

    private static final String FOLDER = System.getProperty("corpus", "");

    /** Where the two files of a pair do say different things. */
    private static final List<String> REALLY_DIFFERENT = List.of(
            "01.20a-INVOICE_ubl.xml BG-5",
            "01.21a-INVOICE_ubl.xml BT-31",
            "03.06a-INVOICE_ubl.xml BG-5",
            "03.06a-INVOICE_ubl.xml BG-8");

    @BeforeEach
    void skipWithoutCorpus() {
        assumeTrue(!FOLDER.isBlank(), "skipped: no corpus; give its folder with -Dcorpus=DIR");
    }

    @Test
    void readsEveryFileWithoutAnException() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(FOLDER))) {
            List<Path> documents =
                    files.filter(file -> file.toString().endsWith(".xml")).toList();
            assertThat(documents)
                    .hasSizeGreaterThan(800)
                    .allSatisfy(file -> assertThat(reading(file)).isInstanceOf(Read.class));
        }
    }

    @Test
    void findsTheKeyFieldsOfAcceptedInvoices() {
        assertThat(verdicts("rules-accept")).hasSizeGreaterThan(150).allSatisfy(verdict -> {
            Read read = read(verdict);
            Invoice invoice = read.content();
            assertThat(read.unreadable()).isEmpty();
            assertThat(invoice.number()).isPresent();
            assertThat(invoice.issueDate()).isPresent();
            assertThat(invoice.typeCode()).isPresent();
            assertThat(invoice.buyerReference()).isPresent();
            assertThat(invoice.processControl().specification()).isPresent();
            assertThat(invoice.seller().name()).isPresent();
            assertThat(invoice.seller().contact()).isPresent();
            assertThat(invoice.buyer().name()).isPresent();
            assertThat(invoice.buyer().address().flatMap(Address::countryCode)).isPresent();
            assertThat(invoice.paymentInstructions()).isNotEmpty();
            assertThat(invoice.totals().due()).isPresent();
            assertThat(invoice.totals().withoutVat()).isPresent();
            assertThat(invoice.vatBreakdown()).isNotEmpty();
            assertThat(invoice.lines()).isNotEmpty().allSatisfy(line -> {
                assertThat(line.netAmount()).isPresent();
                assertThat(line.item().name()).isPresent();
                assertThat(line.price().net()).isPresent();
            });
        });
    }

    /** The official test invoices come in pairs: the same invoice in both syntaxes. */
    @Test
    void readsTheSameFromBothSyntaxes() {
        List<String> differences = new ArrayList<>();
        for (JsonNode verdict : verdicts("rules-accept")) {
            Path ubl = Path.of(FOLDER, verdict.path("path").asString());
            Path cii = Path.of(ubl.toString().replace("_ubl.xml", "_uncefact.xml"));
            if (ubl.toString().endsWith("_ubl.xml") && ubl.toString().contains("standard") && Files.exists(cii)) {
                differences.addAll(differences(ubl.getFileName().toString(), invoice(ubl), invoice(cii)));
            }
        }
        assertThat(differences).containsExactlyInAnyOrderElementsOf(REALLY_DIFFERENT);
    }

    private static List<String> differences(String file, Invoice one, Invoice other) {
        List<String> differences = new ArrayList<>();
        Object[][] pairs = {
            {"BT-1", one.number(), other.number()},
            {"BT-2", one.issueDate(), other.issueDate()},
            {"BT-3", one.typeCode(), other.typeCode()},
            {"BT-9", one.dueDate(), other.dueDate()},
            {"BT-10", one.buyerReference(), other.buyerReference()},
            {"BG-2", one.processControl(), other.processControl()},
            {"BG-5", one.seller().address(), other.seller().address()},
            {"BG-6", one.seller().contact(), other.seller().contact()},
            {"BT-31", one.seller().vatIdentifier(), other.seller().vatIdentifier()},
            {"BT-44", one.buyer().name(), other.buyer().name()},
            {"BG-8", one.buyer().address(), other.buyer().address()},
            {"BT-115", cents(one.totals().due()), cents(other.totals().due())},
            {"BT-109", cents(one.totals().withoutVat()), cents(other.totals().withoutVat())},
            {"BT-110", cents(one.totals().vat()), cents(other.totals().vat())},
            {"BG-23", one.vatBreakdown().size(), other.vatBreakdown().size()},
            {
                "BG-24",
                one.supportingDocuments().size(),
                other.supportingDocuments().size()
            },
            {"BG-25", one.lines().size(), other.lines().size()},
        };
        for (Object[] pair : pairs) {
            if (!pair[1].equals(pair[2])) {
                differences.add(file + " " + pair[0]);
            }
        }
        return differences;
    }

    private static Object cents(Optional<Money> money) {
        return money.map(Money::cents);
    }

    /** The rule's own verdicts on 262 invoices are the measure for our reading of Skonto lines. */
    @Test
    void agreesWithTheOfficialRuleAboutSkontoLines() {
        assertThat(verdicts("")).hasSizeGreaterThan(250).allSatisfy(verdict -> {
            boolean official = verdict.path("findings")
                    .valueStream()
                    .noneMatch(finding -> finding.path(0).asString().equals("BR-DE-18"));
            boolean ours = read(verdict)
                    .content()
                    .paymentTerms()
                    .map(PaymentTerms::isWellFormed)
                    .orElse(true);
            assertThat(ours).as(verdict.path("path").asString()).isEqualTo(official);
        });
    }

    private static List<JsonNode> verdicts(String outcome) {
        try {
            return Files.readAllLines(Path.of(FOLDER, "verdicts.jsonl")).stream()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(verdict -> verdict.path("outcome").asString().startsWith(outcome))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read read(JsonNode verdict) {
        return (Read) reading(Path.of(FOLDER, verdict.path("path").asString()));
    }

    private static Invoice invoice(Path file) {
        return reading(file).invoice().orElseThrow();
    }

    private static Reading reading(Path file) {
        try {
            return Invoices.read(Document.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
