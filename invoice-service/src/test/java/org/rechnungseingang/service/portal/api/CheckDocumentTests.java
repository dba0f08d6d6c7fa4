package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.service.portal.LargeUploads;
import org.rechnungseingang.service.portal.Limits;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.ExamineDocument;
import org.rechnungseingang.service.validation.Examined;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class CheckDocumentTests {

    private static final Examined ANYTHING = new Examined(
            CheckOutcome.NO_INVOICE,
            Optional.empty(),
            Findings.NONE,
            Findings.NONE,
            Findings.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final ExamineDocument examine = mock(ExamineDocument.class);
    private final CheckDocument checks = checksAtOnce(1);

    @Test
    void turnsACheckAwayWhileAnotherRuns() {
        when(examine.examine(any(), any())).thenAnswer(running -> {
            assertTurnedAway(() -> checks.check(file()));
            return Optional.of(ANYTHING);
        });

        assertThat(checks.check(file()).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void turnsAwayWhatWouldWaitTooLongForAProcessThatReadsPdfs() {
        when(examine.examine(any(), any())).thenReturn(Optional.empty());

        assertTurnedAway(() -> checks.check(file()));
    }

    @Test
    void checksAgainWhenTheOtherHasFailed() {
        when(examine.examine(any(), any()))
                .thenThrow(new IllegalStateException("failed"))
                .thenReturn(Optional.of(ANYTHING));

        assertThatThrownBy(() -> checks.check(file())).hasMessage("failed");
        assertThat(checks.check(file()).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private static void assertTurnedAway(ThrowingCallable check) {
        assertThatThrownBy(check).asInstanceOf(type(Refusal.class)).satisfies(refusal -> {
            assertThat(refusal.fault().code()).isEqualTo(ProblemCode.TOO_MANY_CHECKS);
            assertThat(refusal.fault().code().status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(refusal.fault().headers().getFirst(HttpHeaders.RETRY_AFTER))
                    .isEqualTo("5");
        });
    }

    private CheckDocument checksAtOnce(int most) {
        Limits limits = new Limits(DataSize.ofMegabytes(2), 1, most);
        return new CheckDocument(examine, new Uploads(limits, new LargeUploads(limits)), limits);
    }

    private static MockHttpServletRequest file() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(Files.anything(10, 1));
        return request;
    }
}
