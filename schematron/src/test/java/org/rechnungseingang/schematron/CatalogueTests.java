package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.EXTENSION;
import static org.rechnungseingang.schematron.UblInvoice.XRECHNUNG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    private static final String CEN = "urn:cen.eu:en16931:2017";

    private final Catalogue catalogue = Catalogue.official();

    private String nameFor(String namespace, String root, String profile) {
        return catalogue
                .ruleSet(new Identity(namespace, root, profile), ON)
                .map(set -> set.name().toString())
                .orElse("none");
    }

    @Test
    void choosesByRootAndProfile() {
        String cvd = XRECHNUNG + "#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9";
        assertThat(nameFor(UBL + "Invoice-2", "Invoice", XRECHNUNG)).isEqualTo("xrechnung-ubl-invoice 3.0.2");
        assertThat(nameFor(UBL + "CreditNote-2", "CreditNote", XRECHNUNG)).isEqualTo("xrechnung-ubl-creditnote 3.0.2");
        assertThat(nameFor(CII, "CrossIndustryInvoice", XRECHNUNG)).isEqualTo("xrechnung-cii 3.0.2");
        assertThat(nameFor(UBL + "Invoice-2", "Invoice", EXTENSION)).isEqualTo("xrechnung-extension-ubl-invoice 3.0.2");
        assertThat(nameFor(CII, "CrossIndustryInvoice", EXTENSION)).isEqualTo("xrechnung-extension-cii 3.0.2");
        assertThat(nameFor(CII, "CrossIndustryInvoice", cvd)).isEqualTo("xrechnung-cvd-cii 3.0.2");
        assertThat(nameFor(UBL + "CreditNote-2", "CreditNote", CEN)).isEqualTo("en16931-ubl-creditnote 1.3.16");
    }

    @Test
    void wantsTheProfileToTheCharacter() {
        assertThat(nameFor(UBL + "Invoice-2", "Invoice", XRECHNUNG + " ")).isEqualTo("none");
        assertThat(nameFor(UBL + "Invoice-2", "Invoice", XRECHNUNG.toUpperCase()))
                .isEqualTo("none");
        assertThat(nameFor("urn:other", "Invoice", XRECHNUNG)).isEqualTo("none");
    }

    @Test
    void hasNoRulesBeforeTheyWereInForce() {
        Identity identity = new Identity(UBL + "Invoice-2", "Invoice", XRECHNUNG);
        assertThat(catalogue.ruleSet(identity, LocalDate.of(2024, 1, 31))).isEmpty();
        assertThat(catalogue.ruleSet(identity, LocalDate.of(2024, 2, 1))).isPresent();
    }

    @Test
    void keepsTwoVersionsApartByDate() {
        RuleSet old = ruleSet("1", LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2024, 12, 31)));
        RuleSet young = ruleSet("2", LocalDate.of(2025, 1, 1), Optional.empty());
        Catalogue both = new Catalogue(List.of(old, young), List.of(), List.of(), Map.of(), Set.of(), List.of());
        assertThat(both.ruleSet("a", LocalDate.of(2024, 12, 31))).contains(old);
        assertThat(both.ruleSet("a", LocalDate.of(2025, 1, 1))).contains(young);
        assertThat(both.ruleSet("a", LocalDate.of(2023, 12, 31))).isEmpty();
    }

    private static RuleSet ruleSet(String version, LocalDate from, Optional<LocalDate> to) {
        return new RuleSet(
                new RuleSetName("a", version),
                "A",
                new Syntax("*", "*", Optional.empty()),
                Optional.empty(),
                from,
                to,
                List.of(),
                Map.of(),
                Map.of());
    }

    @Test
    void changesLevelsAsTheScenariosDo() {
        RuleSet standard = catalogue.ruleSet("xrechnung-ubl-invoice", ON).orElseThrow();
        RuleSet extension =
                catalogue.ruleSet("xrechnung-extension-ubl-invoice", ON).orElseThrow();
        RuleSet alone = catalogue.ruleSet("cen-ubl", ON).orElseThrow();
        assertThat(standard.effective("BR-CO-16", Level.FATAL)).isEqualTo(Level.ERROR);
        assertThat(standard.effective("UBL-CR-646", Level.WARNING)).isEqualTo(Level.ERROR);
        assertThat(standard.effective("BR-CL-23", Level.FATAL)).isEqualTo(Level.WARNING);
        assertThat(extension.effective("BR-CO-16", Level.FATAL)).isEqualTo(Level.INFORMATION);
        assertThat(extension.effective("UBL-CR-646", Level.WARNING)).isEqualTo(Level.INFORMATION);
        assertThat(alone.effective("BR-CO-16", Level.FATAL)).isEqualTo(Level.FATAL);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:1, SCRDMCCBDACIOMessageStructure, '', order-x",
        "urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2, DespatchAdvice, '', despatch-advice",
        "urn:oasis:names:specification:ubl:schema:xsd:Order-2, Order, '', order",
        "urn:oasis:names:specification:ubl:schema:xsd:Reminder-2, Reminder, '', reminder",
        "urn:ferd:CrossIndustryDocument:invoice:1p0, CrossIndustryDocument, urn:ferd:x, zugferd-1",
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100, CrossIndustryInvoice, urn:factur-x.eu:1p0:minimum, profile-minimum",
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100, CrossIndustryInvoice, urn:factur-x.eu:1p0:basicwl, profile-basic-wl",
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100, CrossIndustryInvoice, urn:zugferd.de:2p0:minimum, profile-minimum",
        "'', html, '', not-an-invoice",
        "urn:other, Invoice, '', not-an-invoice"
    })
    void refusesWhatIsNoInvoice(String namespace, String root, String profile, String code) {
        assertThat(catalogue.withoutRuleSet(new Identity(namespace, root, profile)))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.text()).isNotBlank().isNotEqualTo(refused.english());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3, abgelösten",
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0, Peppol",
        "urn:cen.eu:en16931:2017#conformant#urn:zugferd.de:2p0:extended, EXTENDED",
        "'', kein Profil",
        "urn:something, Zeichen für Zeichen"
    })
    void saysWhatAnInvoiceWithoutRulesIs(String profile, String word) {
        assertThat(catalogue.withoutRuleSet(new Identity(UBL + "Invoice-2", "Invoice", profile)))
                .isInstanceOfSatisfying(Verdict.NoRuleSet.class, none -> {
                    assertThat(none.profile()).isEqualTo(profile);
                    assertThat(none.text()).contains(word);
                });
    }

    @Test
    void hasEveryArtefactItNames() {
        catalogue.ruleSets().stream()
                .flatMap(set -> set.rules().stream())
                .forEach(name -> assertThat(RuleFiles.read(name)).as(name).isPresent());
        catalogue.ruleSets().stream()
                .flatMap(set -> set.syntax().schema().stream())
                .forEach(name -> assertThat(RuleFiles.read(name)).as(name).isPresent());
        catalogue
                .imports()
                .values()
                .forEach(name -> assertThat(RuleFiles.read(name)).as(name).isPresent());
    }

    @Test
    void callsRulesOnStatutoryContentSoOnlyIfTheyBlock() {
        assertThat(catalogue.legalClass("BR-CO-15", Level.ERROR)).isEqualTo(LegalClass.CONTENT);
        assertThat(catalogue.legalClass("BR-S-08", Level.ERROR)).isEqualTo(LegalClass.CONTENT);
        assertThat(catalogue.legalClass("BR-S-08", Level.WARNING)).isEqualTo(LegalClass.BUSINESS_RULE);
        assertThat(catalogue.legalClass("BR-DE-15", Level.ERROR)).isEqualTo(LegalClass.BUSINESS_RULE);
    }
}
