package org.rechnungseingang.service.tenant;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells the failures that say nothing about what was to be done, since the database did not answer. Where a commit was
 * under way, nobody knows whether it arrived.
 */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** Whether the failure is of that kind, or was brought about by one that is. */
    public static boolean isToldBy(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || cause != null && cause != failure && isToldBy(cause);
    }
}
