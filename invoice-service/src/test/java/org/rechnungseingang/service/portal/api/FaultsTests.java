package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class FaultsTests {

    private final Faults faults = new Faults(new MultipartProperties());

    @Test
    void asksToComeAgainWhileTheDatabaseDoesNotAnswer() {
        for (Exception down : new Exception[] {
            new DataAccessResourceFailureException("down"),
            new CannotCreateTransactionException("down", new SQLException()),
            new TransactionSystemException("the commit may have come through"),
            new ServletException(new DataAccessResourceFailureException("in a filter"))
        }) {
            Fault fault = faults.of(down);
            assertThat(fault.code()).isEqualTo(ProblemCode.UNAVAILABLE);
            assertThat(fault.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        }
    }

    @Test
    void tellsNothingOfAFaultOfOurOwn() {
        Fault fault = faults.of(new DuplicateKeyException("insert into secret_table …"));

        assertThat(fault.code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(fault.in(Locale.GERMAN).toString()).doesNotContain("secret_table");
    }

    @Test
    void tellsWhoIsUnknownFromWhoMayNot() {
        assertThat(faults.of(new InsufficientAuthenticationException("")).code())
                .isEqualTo(ProblemCode.UNAUTHORIZED);
        assertThat(faults.of(new AccessDeniedException("")).code()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void namesTheLimitOfTheWholeRequest() {
        assertThat(faults.of(new MaxUploadSizeExceededException(-1)).limit()).hasValue(10L << 20);
    }

    @Test
    void knowsAProblemForEveryStatus() {
        assertThat(faults.of(HttpStatus.NOT_FOUND).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(faults.of(HttpStatus.I_AM_A_TEAPOT).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(faults.of(HttpStatus.BAD_GATEWAY).code()).isEqualTo(ProblemCode.INTERNAL);
    }

    @Test
    void wordsEveryProblemInBothLanguages() {
        for (ProblemCode code : ProblemCode.values()) {
            Problem german = Fault.of(code).in(Locale.GERMAN);
            Problem english = Fault.of(code).in(Locale.ENGLISH);
            assertThat(german.code()).isEqualTo(english.code());
            assertThat(german.title()).isNotEqualTo(english.title()).isNotBlank();
            assertThat(german.detail()).isNotEqualTo(english.detail()).isNotBlank();
            assertThat(german.status()).isEqualTo(code.status().value());
        }
    }
}
