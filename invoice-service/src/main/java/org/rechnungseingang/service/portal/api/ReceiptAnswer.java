package org.rechnungseingang.service.portal.api;

import org.rechnungseingang.service.intake.Receipt;

/**
 * A file is kept, durably.
 *
 * @param receiptNumber its number
 * @param known whether the very same bytes had come before; then this is the number they got at that time
 * @param statusUrl where to ask what became of it
 * @param statusPageUrl the page for the supplier, who needs no account to read it; whoever knows this address can
 */
record ReceiptAnswer(String receiptNumber, boolean known, String statusUrl, String statusPageUrl) {

    static ReceiptAnswer of(Receipt receipt, String secret, String contextPath) {
        String number = receipt.receiptNumber().text();
        return new ReceiptAnswer(
                number,
                receipt.known(),
                contextPath + Paths.INVOICES + "/" + number,
                contextPath + "/status/" + number + "/" + secret);
    }
}
