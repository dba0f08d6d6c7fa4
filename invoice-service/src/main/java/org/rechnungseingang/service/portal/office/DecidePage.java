package org.rechnungseingang.service.portal.office;

import java.util.List;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.FindingView;

/**
 * The page that asks before a decision counts.
 *
 * @param act what is decided, as addresses and message keys name it
 * @param receiptNumber the case's number
 * @param supplier the seller, or else the name of the file
 * @param number the invoice's number, or empty text
 * @param gross what is to be paid, or empty text
 * @param speaks whether it needs words
 * @param asks whether there is still something to send; if not, the errors say why
 * @param form what is entered
 * @param doubts what the check has put in doubt about the payment, for those decisions that lead to one
 * @param cleared what cleared them up, or empty text
 * @param open what can be certified
 * @param transfer what an order leads to
 * @param offices whom the case can be given to
 * @param errors what stands against it
 */
record DecidePage(
        String act,
        String receiptNumber,
        String supplier,
        String number,
        String gross,
        boolean speaks,
        boolean asks,
        DecisionForm form,
        List<FindingView> doubts,
        String cleared,
        List<Box> open,
        Transfer transfer,
        List<Choice> offices,
        FieldErrors errors) {

    /**
     * Something that can be certified.
     *
     * @param id its id in the page
     * @param value its name in the form
     * @param key its text
     * @param chosen whether it is chosen
     */
    record Box(String id, String value, String key, boolean chosen) {}

    /** Something to choose from. */
    record Choice(String value, String name, boolean chosen) {}

    /**
     * What an order leads to. Empty text stands for what is not so.
     *
     * @param amount how much is transferred
     * @param account where to, if there is no choice
     * @param reason the key of why nothing is transferred
     * @param accounts the accounts to choose from
     */
    record Transfer(String amount, String account, String reason, List<Choice> accounts) {

        static final Transfer NONE = new Transfer("", "", "", List.of());
    }
}
