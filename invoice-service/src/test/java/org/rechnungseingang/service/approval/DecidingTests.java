package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.springframework.dao.DataIntegrityViolationException;

class DecidingTests {

    @ParameterizedTest
    @CsvSource({
        "four_eyes, SAME_PERSON",
        "certification_pkey, ALREADY_CERTIFIED",
        "payment_order_pkey, WRONG_STATION",
        "grounds_are_certified, NOT_CERTIFIED",
        "sums_are_certified, NOT_CERTIFIED"
    })
    void answersTheDatabasesRefusalLikeItsOwn(String constraint, Refusal reason) {
        assertThat(Deciding.refusable(() -> {
                    throw violationOf(constraint);
                }))
                .isEqualTo(new Refused(reason));
    }

    @Test
    void hidesNoOtherFault() {
        assertThatThrownBy(() -> Deciding.refusable(() -> {
                    throw violationOf("not_more_than_payable");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static DataIntegrityViolationException violationOf(String constraint) {
        return new DataIntegrityViolationException(
                "insert", new SQLException("ERROR: new row violates constraint \"" + constraint + "\""));
    }
}
