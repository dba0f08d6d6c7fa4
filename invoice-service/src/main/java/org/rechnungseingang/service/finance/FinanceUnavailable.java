package org.rechnungseingang.service.finance;

/**
 * The finance system gave no answer that decides anything: it cannot be reached, is too slow, is out of order, turns us
 * away or says what nobody understands. Whether it has taken an order is not known; it is asked again with the same key.
 */
public class FinanceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FinanceUnavailable(String message) {
        super(message);
    }

    FinanceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
