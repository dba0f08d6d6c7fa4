package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private AmountChecks() {}

    static List<OwnCheck> all() {
        return List.of(
                OwnCheck.warning(
                        "OWN-CURRENCY",
                        Set.of("PEPPOL-EN16931-R051", "BR-CL-03", "BR-CL-04", "BR-05"),
                        read -> otherCurrency(read.content())),
                OwnCheck.warning(
                        "OWN-AMOUNT-MISSING",
                        Set.of("BR-12", "BR-13", "BR-14", "BR-15"),
                        read -> missing(read.content()).filter(sighting -> isSilent(read, sighting))),
                OwnCheck.warning(
                        "OWN-AMOUNT",
                        Set.of("BR-CL-03"),
                        read -> ContentChecks.unreadable(
                                read, term -> !ContentChecks.isDate(term) && !NOT_AMOUNTS.contains(term))),
                OwnCheck.note("OWN-EXTENSION-AMOUNT", Set.of(), read -> thirdParties(read.content(), true)),
                OwnCheck.warning(
                        "OWN-EXTENSION-AMOUNT-IGNORED", Set.of(), read -> thirdParties(read.content(), false)));
    }

    /** BT-111 alone may be in another currency (BT-6). */
    private static Stream<Sighting> otherCurrency(Invoice invoice) {
        String currency = invoice.currency().orElse("");
        if (currency.isEmpty()) {
            return Stream.of();
        }
        Stream<Map.Entry<BusinessTerm, Optional<Money>>> lines =
                invoice.lines().stream().map(line -> Map.entry(BT_131, line.netAmount()));
        return Stream.concat(sums(invoice.totals()).entrySet().stream(), lines)
                .flatMap(sum -> sum.getValue().stream()
                        .filter(money -> !money.currency().equals(currency))
                        .map(money -> Sighting.of(money.toString(), sum.getKey(), BT_5)
                                .with("BT-5: " + currency)));
    }

    /** The sums without which there is nothing to pay, at their absolute place. */
    private static Stream<Sighting> missing(Invoice invoice) {
        Map<BusinessTerm, Optional<Money>> sums = sums(invoice.totals());
        return Stream.of(BT_106, BT_109, BT_112, BT_115)
                .filter(term -> sums.getOrDefault(term, Optional.empty()).isEmpty())
                .map(Sighting::missing);
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

    private static Map<BusinessTerm, Optional<Money>> sums(DocumentTotals totals) {
        Map<BusinessTerm, Optional<Money>> sums = new LinkedHashMap<>();
        sums.put(BT_106, totals.lineNetAmounts());
        sums.put(BT_107, totals.allowances());
        sums.put(BT_108, totals.charges());
        sums.put(BT_109, totals.withoutVat());
        sums.put(BT_110, totals.vat());
        sums.put(BT_112, totals.withVat());
        sums.put(BT_113, totals.paid());
        sums.put(BT_114, totals.rounding());
        sums.put(BT_115, totals.due());
        return sums;
    }
}
