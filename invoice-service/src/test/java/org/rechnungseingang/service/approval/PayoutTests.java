package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;
import static org.rechnungseingang.service.town.AnInvoice.sample;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.service.approval.Payout.NothingTransferred;
import org.rechnungseingang.service.approval.Payout.Transfer;
import org.rechnungseingang.service.approval.Payout.Unclear;
import org.rechnungseingang.service.town.AnInvoice;

class PayoutTests {

    private static final String ACCOUNT = "DE90999000010004711001";
    private static final String FIRST = "DE63999000010004711099";
    private static final String SECOND = "DE50999000080000000088";

    @ParameterizedTest
    @ValueSource(strings = {"30", "58"})
    void transfersWhatIsDue(String means) {
        assertThat(payout(means(means))).isEqualTo(new Transfer(new Iban(ACCOUNT), 105_351));
    }

    @ParameterizedTest
    @CsvSource({
        "49, DIRECT_DEBIT",
        "59, DIRECT_DEBIT",
        "48, CARD",
        "54, CARD",
        "55, CARD",
        "10, CASH",
        "57, OTHER_MEANS",
        "ZZZ, OTHER_MEANS"
    })
    void transfersNothingByOtherMeans(String means, NoTransfer reason) {
        assertThat(payout(means(means))).isEqualTo(new NothingTransferred(reason));
    }

    @Test
    void transfersByTheMeansThatATownAllows() {
        assertThat(Payout.of(demand(means("57")), Optional.empty(), Set.of("57")))
                .isInstanceOf(Transfer.class);
        assertThat(Payout.of(demand(means("59")), Optional.empty(), Set.of("59")))
                .isEqualTo(new NothingTransferred(NoTransfer.DIRECT_DEBIT));
    }

    @Test
    void transfersNothingWhereNoMeansAreNamed() {
        assertThat(payout(anInvoice().first("(?s)<cac:PaymentMeans>.*</cac:PaymentMeans>", "")))
                .isEqualTo(new NothingTransferred(NoTransfer.OTHER_MEANS));
    }

    // Only a wrong invoice asks for both; a transfer would be the second payment.
    @Test
    void transfersNothingWhenOneOfSeveralMeansForbidsIt() {
        AnInvoice both = anInvoice()
                .with(
                        "  <cac:PaymentMeans>",
                        "<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode></cac:PaymentMeans>"
                                + "<cac:PaymentMeans>");

        assertThat(payout(both)).isEqualTo(new NothingTransferred(NoTransfer.DIRECT_DEBIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-1053.51"})
    void transfersNothingThatIsNotDue(String due) {
        assertThat(payout(anInvoice()
                        .with("<cbc:InvoiceTypeCode>380", "<cbc:InvoiceTypeCode>384")
                        .with(">1053.51</cbc:PayableAmount>", ">" + due + "</cbc:PayableAmount>")))
                .isEqualTo(new NothingTransferred(NoTransfer.NOTHING_TO_PAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"good/ubl-07-gutschrift.xml", "good/cii-03-gutschrift.xml"})
    void paysNoCreditNoteOut(String name) {
        assertThat(demand(sample(name)).cents()).isPositive();
        assertThat(payout(sample(name))).isEqualTo(new NothingTransferred(NoTransfer.NOTHING_TO_PAY));
    }

    @Test
    void transfersEurosOnly() {
        assertThat(payout(anInvoice().with("EUR", "CHF"))).isEqualTo(new NothingTransferred(NoTransfer.NOT_IN_EURO));
        assertThat(payout(anInvoice().with("currencyID=\"EUR\">1053.51", "currencyID=\"CHF\">1053.51")))
                .isEqualTo(new NothingTransferred(NoTransfer.NOT_IN_EURO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE90999000010004711002", "TR330006100519786457841326", "4711001", " "})
    void transfersToAccountsInSepaOnly(String account) {
        assertThat(payout(anInvoice().with(ACCOUNT, account)))
                .isEqualTo(new NothingTransferred(NoTransfer.NO_SEPA_ACCOUNT));
    }

    @Test
    void forgivesBlanksInTheAccount() {
        assertThat(payout(anInvoice().with(ACCOUNT, "de90 9990 0001 0004 7110 01")))
                .isEqualTo(new Transfer(new Iban(ACCOUNT), 105_351));
    }

    @Test
    void letsAPersonChooseAmongSeveralAccounts() {
        Demand demand = demand(sample("good/ubl-12-zwei-konten.xml"));

        assertThat(payout(demand, Optional.empty()))
                .isEqualTo(new Unclear(Refusal.AMBIGUOUS_ACCOUNT, List.of(FIRST, SECOND)));
        assertThat(payout(demand, Optional.of("DE50 9990 0008 0000 0000 88")))
                .isEqualTo(new Transfer(new Iban(SECOND), 160_234));
        assertThat(payout(demand, Optional.of(ACCOUNT)))
                .isEqualTo(new Unclear(Refusal.UNKNOWN_ACCOUNT, List.of(FIRST, SECOND)));
    }

    @Test
    void asksForNoChoiceAmongTheSameAccounts() {
        assertThat(payout(sample("good/ubl-12-zwei-konten.xml").with(SECOND, FIRST)))
                .isEqualTo(new Transfer(new Iban(FIRST), 160_234));
    }

    @Test
    void takesNoAmountWithAFractionOfACent() {
        assertThat(Demand.of(anInvoice()
                        .with(">1053.51</cbc:Payable", ">1053.511</cbc:Payable")
                        .read()))
                .isEmpty();
    }

    private static AnInvoice means(String code) {
        return anInvoice().with("MeansCode>58<", "MeansCode>" + code + "<");
    }

    private static Payout payout(AnInvoice invoice) {
        return payout(demand(invoice), Optional.empty());
    }

    private static Payout payout(Demand demand, Optional<String> chosen) {
        return Payout.of(demand, chosen, Set.of("30", "58"));
    }

    private static Demand demand(AnInvoice invoice) {
        return Demand.of(invoice.read()).orElseThrow();
    }
}
