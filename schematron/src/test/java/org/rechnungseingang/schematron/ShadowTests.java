package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;

/** What the next version of the rules will find, before it is in force. */
class ShadowTests {

    private static final String PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 16);
    private static final LocalDate THIS_YEAR = LocalDate.of(2026, 11, 1);

    private static final Validator OFFICIAL = Validator.official();

    /** The catalogue of the test: no code knows its versions. */
    private static final Validator TOWN = new Validator(
            CatalogueReader.read("/org/rechnungseingang/schematron/next-version.xml"), Duration.ofMinutes(1));

    private static Document peppol(UblInvoice invoice, String... pairs) {
        String text = invoice.with("profile", PEPPOL)
                .text()
                .replace("schemeID=\"EM\">seller@example.org", "schemeID=\"9930\">DE123456789")
                .replace("schemeID=\"EM\">town@example.org", "schemeID=\"0204\">991-12345-06");
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return Document.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatTheNextReleaseOfPeppolFindsOnTop() {
        String reference = "<cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment><cac:ExternalReference>"
                + "<cbc:URI>no address</cbc:URI></cac:ExternalReference></cac:Attachment></cac:AdditionalDocumentReference>";
        Document document = peppol(anInvoice().with("attachment", reference));
        assertThat(OFFICIAL.shadow(document, LAST_DAY)).hasValueSatisfying(shadow -> {
            assertThat(shadow.rules()).isEqualTo(new RuleSetName("peppol-bis-3-ubl-invoice", "2026.5"));
            assertThat(shadow.from()).isEqualTo(LocalDate.of(2026, 8, 17));
            assertThat(shadow.added())
                    .extracting(Finding::rule, Finding::level)
                    .containsExactly(tuple("DE-R-T02", Level.WARNING));
            assertThat(shadow.gone()).isEmpty();
            assertThat(shadow.verdict().outcome()).isEqualTo(Outcome.ACCEPT);
        });
    }

    @Test
    void saysWhatTheNextReleaseOfPeppolNoLongerFinds() {
        Document document = peppol(anInvoice(), "<cbc:DueDate>2026-10-31</cbc:DueDate>", "");
        assertThat(OFFICIAL.check(document, LAST_DAY).outcome()).isEqualTo(Outcome.REJECT);
        assertThat(OFFICIAL.shadow(document, LAST_DAY)).hasValueSatisfying(shadow -> {
            assertThat(shadow.gone()).extracting(Finding::rule).containsExactly("BR-CO-25");
            assertThat(shadow.added()).isEmpty();
            assertThat(shadow.verdict().outcome()).isEqualTo(Outcome.ACCEPT);
        });
    }

    @Test
    void isEmptyWithoutANextVersionOrWithoutAVerdictByRules() {
        assertThat(OFFICIAL.shadow(peppol(anInvoice()), LocalDate.of(2026, 8, 17)))
                .isEmpty();
        assertThat(OFFICIAL.shadow(anInvoice().document(), THIS_YEAR)).isEmpty();
        assertThat(OFFICIAL.shadow(anInvoice().with("profile", "urn:unknown").document(), LAST_DAY))
                .isEmpty();
        assertThat(OFFICIAL.shadow(Document.of("<a".getBytes(StandardCharsets.UTF_8)), LAST_DAY))
                .isEmpty();
    }

    @Test
    void needsOnlyAnEntryInTheCatalogue() {
        Document document = anInvoice().with("reference", "").document();
        Verdict today = TOWN.check(document, THIS_YEAR);
        Verdict nextYear = TOWN.check(document, LocalDate.of(2027, 1, 1));
        assertThat(today.ruleSet()).contains(new RuleSetName("town", "1"));
        assertThat(today.outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(nextYear.ruleSet()).contains(new RuleSetName("town", "2"));
        assertThat(nextYear.findings()).extracting(Finding::rule).containsExactly("BR-DE-15");
        assertThat(TOWN.shadow(document, THIS_YEAR)).hasValueSatisfying(shadow -> {
            assertThat(shadow.rules()).isEqualTo(new RuleSetName("town", "2"));
            assertThat(shadow.added()).isEqualTo(nextYear.findings());
            assertThat(shadow.gone()).isEmpty();
        });
    }

    @Test
    void countsAFindingOfAnotherLevelAsGoneAndAdded() {
        Document document = anInvoice().with("payable", "120.00").document();
        assertThat(TOWN.shadow(document, THIS_YEAR)).hasValueSatisfying(shadow -> {
            assertThat(shadow.gone())
                    .extracting(Finding::rule, Finding::level)
                    .containsExactly(tuple("BR-CO-16", Level.FATAL));
            assertThat(shadow.added())
                    .extracting(Finding::rule, Finding::level)
                    .containsExactly(tuple("BR-CO-16", Level.WARNING));
        });
    }

    @Test
    void countsEachFindingAsOftenAsItIsThere() {
        Finding one = finding("A");
        Verdict twice = checked(one, one, finding("B"));
        Verdict thrice = checked(one, one, one);
        Shadow shadow = Shadow.of(new RuleSetName("a", "2"), THIS_YEAR, twice, thrice);
        assertThat(shadow.added()).containsExactly(one);
        assertThat(shadow.gone()).containsExactly(finding("B"));
    }

    @Test
    void saysNothingOfFindingsIfTheNextVersionCouldNotBeEvaluated() {
        Verdict failed = new Verdict.Failed(
                java.util.Optional.empty(), "engine", "a", "b", Findings.NONE, java.util.Optional.empty());
        Shadow shadow = Shadow.of(new RuleSetName("a", "2"), THIS_YEAR, checked(finding("A")), failed);
        assertThat(shadow.gone()).isEmpty();
        assertThat(shadow.verdict().outcome()).isEqualTo(Outcome.ERROR);
    }

    private static Finding finding(String rule) {
        return new Finding(
                rule, Level.ERROR, LegalClass.BUSINESS_RULE, rule, "", List.of(), java.util.Optional.empty());
    }

    private static Verdict checked(Finding... findings) {
        return new Verdict.Checked(new RuleSetName("a", "1"), Findings.of(findings), 1);
    }
}
