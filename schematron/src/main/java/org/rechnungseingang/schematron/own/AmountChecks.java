package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.DocumentTotals;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.Reading.Read;
import org.rechnungseingang.invoice.ThirdPartyPayment;
import org.rechnungseingang.schematron.own.OwnCheck.Sighting;

/** The sums of an invoice: there, readable, in its own currency, and not of an extension alone. */
final class AmountChecks {

    private static final String EXTENSION = "urn:xeinkauf.de:kosit:extension:";
    private static final Set<BusinessTerm> NOT_AMOUNTS = Set.of(BT_20);
    private static final Set<BusinessTerm> NEEDED = Set.of(BT_106, BT_109, BT_112, BT_115);

    private AmountChecks() {}

    static List<OwnCheck> all() {
        return List.of(
                OwnCheck.warning(
                        "OWN-CURRENCY",
                        Set.of("PEPPOL-EN16931-R051", "BR-CL-03", "BR-CL-04", "BR-05"),
                        subject -> otherCurrency(subject.invoice())),
                OwnCheck.warning(
                        "OWN-AMOUNT-MISSING",
                        Set.of("BR-12", "BR-13", "BR-14", "BR-15"),
                        subject -> missing(subject.invoice()).filter(sighting -> isSilent(subject.read(), sighting))),
                OwnCheck.warning(
                        "OWN-AMOUNT",
                        Set.of("BR-CL-03"),
                        subject -> ContentChecks.unreadable(
                                subject.read(), term -> !ContentChecks.isDate(term) && !NOT_AMOUNTS.contains(term))),
                OwnCheck.note("OWN-EXTENSION-AMOUNT", Set.of(), subject -> thirdParties(subject.invoice(), true)),
                OwnCheck.warning(
                        "OWN-EXTENSION-AMOUNT-IGNORED", Set.of(), subject -> thirdParties(subject.invoice(), false)));
    }

    /** BT-111 alone may be in another currency (BT-6). */
    private static Stream<Sighting> otherCurrency(Invoice invoice) {
        String currency = invoice.currency().orElse("");
        if (currency.isEmpty()) {
            return Stream.of();
        }
        Stream<Sum> lines = invoice.lines().stream().map(line -> new Sum(BT_131, line.netAmount()));
        return Stream.concat(sums(invoice.totals()), lines)
                .filter(sum -> sum.isInAnother(currency))
                .map(sum -> Sighting.of(sum.money().orElseThrow().toString(), sum.term(), BT_5)
                        .with("BT-5: " + currency));
    }

    /** The sums without which there is nothing to pay, at their absolute place. */
    private static Stream<Sighting> missing(Invoice invoice) {
        return sums(invoice.totals())
                .filter(sum -> NEEDED.contains(sum.term()) && sum.money().isEmpty())
                .map(sum -> Sighting.missing(sum.term()));
    }

    /** What is there and cannot be read is said elsewhere. */
    private static boolean isSilent(Read read, Sighting sighting) {
        return read.unreadable().stream().noneMatch(field -> sighting.terms().contains(field.term()));
    }

    /** Payments to third parties (BG-DEX-09) are part of BT-115 by the Extension only. */
    private static Stream<Sighting> thirdParties(Invoice invoice, boolean inExtension) {
        boolean extension = invoice.processControl()
                .specification()
                .filter(profile -> profile.contains(EXTENSION))
                .isPresent();
        return extension == inExtension
                ? invoice.thirdPartyPayments().stream()
                        .map(ThirdPartyPayment::amount)
                        .flatMap(Optional::stream)
                        .map(money -> Sighting.of(money.toString(), BG_DEX_09, BT_115))
                : Stream.of();
    }

    private static Stream<Sum> sums(DocumentTotals totals) {
        return Stream.of(
                new Sum(BT_106, totals.lineNetAmounts()),
                new Sum(BT_107, totals.allowances()),
                new Sum(BT_108, totals.charges()),
                new Sum(BT_109, totals.withoutVat()),
                new Sum(BT_110, totals.vat()),
                new Sum(BT_112, totals.withVat()),
                new Sum(BT_113, totals.paid()),
                new Sum(BT_114, totals.rounding()),
                new Sum(BT_115, totals.due()));
    }

    private record Sum(BusinessTerm term, Optional<Money> money) {

        boolean isInAnother(String currency) {
            return money.filter(sum -> !sum.currency().equals(currency)).isPresent();
        }
    }
}
