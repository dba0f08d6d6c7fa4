package org.rechnungseingang.service.routing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.LeitwegId;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.routing.Destination.Found;
import org.rechnungseingang.service.routing.Destination.Unknown;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;

/**
 * What a town knows of where its invoices belong.
 *
 * @param offices its offices and their routing ids
 * @param rules the rules for invoices whose routing id leads nowhere; the first that fits counts
 */
record Directory(List<Office> offices, List<RoutingRule> rules) {

    private static final int LONGEST_DETAIL = 200;
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    // Digits alone, perhaps grouped: no routing id, which has a hyphen before its check digits, but an order of SAP and
    // others.
    private static final Pattern ORDER_NUMBER = Pattern.compile("[0-9](?:[ ./]?[0-9]){3,}");

    /**
     * The office of the invoice: by its routing id (BT-10), else by a rule.
     *
     * @param addressed the routing ids that it was delivered to; where there are any, BT-10 is one of them
     */
    Destination of(Invoice invoice, List<String> addressed) {
        LeitwegId.Outcome read = invoice.leitwegId();
        return read.id()
                .map(id -> addressed.isEmpty() || addressed.contains(id.toString())
                        ? ofRoutingId(id, invoice)
                        : new Unknown(TriageCause.CONTRADICTED, id + " / " + String.join(", ", addressed)))
                .orElseGet(() -> byRule(invoice, unreadable(read, invoice)));
    }

    private Destination ofRoutingId(LeitwegId id, Invoice invoice) {
        String text = id.toString();
        return offices.stream()
                .filter(office -> office.routingIds().contains(text))
                .findFirst()
                .<Destination>map(office -> new Found(office, Because.ROUTING_ID, text))
                .orElseGet(() -> withoutOffice(id, invoice));
    }

    // Whoever names another authority means that one: an order number that looks like ours proves nothing against it.
    private Destination withoutOffice(LeitwegId id, Invoice invoice) {
        return isOurs(id)
                ? byRule(invoice, new Unknown(TriageCause.NO_OFFICE, id.toString()))
                : new Unknown(TriageCause.NOT_OURS, id.toString());
    }

    // The coarse part names the authority: state, district, county, municipality.
    private boolean isOurs(LeitwegId id) {
        return offices.stream()
                .flatMap(office -> office.routingIds().stream())
                .flatMap(ours -> LeitwegId.of(ours).id().stream())
                .anyMatch(ours -> ours.coarse().equals(id.coarse()));
    }

    private Destination byRule(Invoice invoice, Unknown otherwise) {
        return rules.stream()
                .flatMap(rule -> rule.fits(invoice).flatMap(value -> found(rule, value)).stream())
                .findFirst()
                .orElse(otherwise);
    }

    private Optional<Destination> found(RoutingRule rule, String value) {
        return offices.stream()
                .filter(office -> office.id().equals(rule.office()))
                .findFirst()
                .map(office -> new Found(office, rule.field().because(), bounded(value)));
    }

    private static Unknown unreadable(LeitwegId.Outcome read, Invoice invoice) {
        String text = bounded(invoice.buyerReference().map(String::strip).orElse(""));
        return new Unknown(cause(read, text, invoice), text);
    }

    private static TriageCause cause(LeitwegId.Outcome read, String text, Invoice invoice) {
        if (read instanceof LeitwegId.Missing) {
            return TriageCause.MISSING;
        }
        if (MAIL_ADDRESS.matcher(text).matches()) {
            return TriageCause.MAIL_ADDRESS;
        }
        if (ORDER_NUMBER.matcher(text).matches() || isOrderOf(invoice, text)) {
            return TriageCause.ORDER_NUMBER;
        }
        return read instanceof LeitwegId.WrongCheckDigits ? TriageCause.WRONG_CHECK_DIGITS : TriageCause.WRONG_FORM;
    }

    private static boolean isOrderOf(Invoice invoice, String text) {
        String plain = RoutingRule.plain(text);
        return invoice.references()
                .purchaseOrder()
                .filter(order -> RoutingRule.plain(order).equals(plain))
                .isPresent();
    }

    private static String bounded(String text) {
        return text.codePoints()
                .limit(LONGEST_DETAIL)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
