package org.rechnungseingang.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

class DatabaseAwayTests {

    @Test
    void isToldByFailuresThatSayNothingAboutTheMatter() {
        for (Exception away : new Exception[] {
            new DataAccessResourceFailureException("the line was given up"),
            new RecoverableDataAccessException("the connection is gone"),
            new CannotAcquireLockException("too long behind a lock"),
            new CannotCreateTransactionException("no connection", new SQLException()),
            new TransactionSystemException("nobody knows whether the commit arrived"),
            new ServletException(new IllegalStateException(new DataAccessResourceFailureException("far inside")))
        }) {
            assertThat(DatabaseAway.isToldBy(away)).as("%s", away).isTrue();
        }
    }

    @Test
    void isNotToldByTheMatterItself() {
        for (Exception fault : new Exception[] {
            new DuplicateKeyException("there already"),
            new UnexpectedRollbackException("a fault of ours"),
            new IllegalStateException(new SQLException("something else"))
        }) {
            assertThat(DatabaseAway.isToldBy(fault)).as("%s", fault).isFalse();
        }
    }
}
