package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class VerdictsIT {

    private static final String TOWN = "anstadt";

    @Autowired
    private Towns towns;

    @Autowired
    private CurrentTenant tenant;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000})
    void keepTheFindingsInTheirOrder(int size) {
        List<Finding> findings = findings(size);

        assertThat(kept(findings)).isEqualTo(findings);
    }

    @Test
    void keepAThousandAndSayHowManyMoreThereAreGravestFirst() {
        List<Finding> kept = kept(findings(1_200));

        assertThat(kept).hasSize(1_001);
        assertThat(kept.get(1_000).text()).isEqualTo("200 weitere Befunde sind nicht aufgeführt.");
        assertThat(kept.subList(0, 400)).allMatch(finding -> finding.level().blocks());
        assertThat(kept.subList(400, 1_001))
                .noneMatch(finding -> finding.level().blocks());
    }

    /** Every third stands against acceptance, every second has a value. */
    private static List<Finding> findings(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Finding(
                        "BR-" + i,
                        i % 3 == 0 ? Level.ERROR : Level.WARNING,
                        LegalClass.CONTENT,
                        "Text " + i,
                        "/Invoice[" + i + "]",
                        i % 2 == 0 ? List.of("BT-1", "BT-2") : List.of(),
                        i % 2 == 0 ? Optional.of("value " + i) : Optional.empty()))
                .toList();
    }

    @Test
    void keepApartWhoHasFoundWhat() {
        List<Finding> three = findings(3);
        StoredVerdict stored = stored(CheckOutcome.ACCEPT, three.subList(1, 2), three.subList(0, 1), three);

        assertThat(stored.findings()).isEqualTo(three.subList(1, 2));
        assertThat(stored.own()).isEqualTo(three.subList(0, 1));
        assertThat(stored.local()).isEqualTo(three);
    }

    @Test
    void decideByTheOfficialFindingsAlone() {
        StoredVerdict stored = stored(CheckOutcome.ACCEPT, List.of(), findings(2), findings(3));

        assertThat(stored.outcome()).isEqualTo(CheckOutcome.ACCEPT);
        assertThat(stored.decision()).isEqualTo(DecisionLevel.ACCEPT);
    }

    @Test
    void tellForWhichFindingsNobodyShouldPay() {
        List<Finding> doubts = List.of(finding("OWN-PDF-IBAN"), finding("OWN-PDF-TOTAL"), finding("OWN-PDF-DATE"));
        CaseId caseId = add(CheckOutcome.ACCEPT, List.of(finding("BR-DE-19"), finding("BR-DE-21")), doubts, List.of());

        assertThat(towns.in(TOWN, () -> verdicts.paymentDoubts(caseId)))
                .containsExactly("BR-DE-19", "OWN-PDF-IBAN", "OWN-PDF-TOTAL");
        assertThat(latest(caseId).paymentDoubts())
                .extracting(Finding::rule)
                .containsExactly("BR-DE-19", "OWN-PDF-IBAN", "OWN-PDF-TOTAL");
    }

    @Test
    void tellASupplierWhatHeCanMendAndNothingOfAForgery() {
        List<Finding> own = List.of(
                finding("OWN-ROUTING-EMAIL"), finding("OWN-PDF-IBAN"), finding("OWN-IBAN-LENGTH"), finding("OWN-DATE"));
        StoredVerdict told =
                stored(CheckOutcome.ACCEPT, findings(1), own, findings(2)).forSupplier();

        assertThat(told.findings()).isEqualTo(findings(1));
        assertThat(told.own()).extracting(Finding::rule).containsExactly("OWN-ROUTING-EMAIL", "OWN-DATE");
        assertThat(told.local()).isEmpty();
    }

    private static Finding finding(String rule) {
        return new Finding(rule, Level.WARNING, LegalClass.CONTENT, "Text", "", List.of(), Optional.empty());
    }

    private List<Finding> kept(List<Finding> findings) {
        return stored(CheckOutcome.REJECT, findings, List.of(), List.of()).findings();
    }

    private StoredVerdict stored(CheckOutcome outcome, List<Finding> official, List<Finding> own, List<Finding> local) {
        return latest(add(outcome, official, own, local));
    }

    private StoredVerdict latest(CaseId caseId) {
        return towns.in(TOWN, () -> verdicts.latest(caseId)).orElseThrow();
    }

    private CaseId add(CheckOutcome outcome, List<Finding> official, List<Finding> own, List<Finding> local) {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        InvoiceCase first = towns.in(TOWN, () -> cases.get(receipt.caseId()));
        InvoiceCase second = new InvoiceCase(
                first.id(),
                first.receiptNumber(),
                first.original(),
                first.document(),
                first.station(),
                first.mark(),
                2,
                first.receivedAt());
        Examined examined = new Examined(
                outcome,
                Optional.empty(),
                Findings.of(official),
                Findings.of(own),
                Findings.of(local),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        tenant.runWithin(
                towns.town(TOWN), () -> transaction.executeWithoutResult(status -> verdicts.add(second, examined)));
        return first.id();
    }
}
