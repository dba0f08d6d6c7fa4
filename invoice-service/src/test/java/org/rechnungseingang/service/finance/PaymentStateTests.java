package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStateTests {

    @ParameterizedTest
    @CsvSource({
        "ORDERED, ACCEPTED, true",
        "ORDERED, PAID, true",
        "ORDERED, REFUSED, true",
        "ACCEPTED, POSTED, true",
        "ACCEPTED, RETURNED, true",
        "POSTED, REFUSED, true",
        "PAID, RETURNED, true",
        "PAID, REFUSED, false",
        "PAID, POSTED, false",
        "POSTED, POSTED, false",
        "REFUSED, PAID, false",
        "RETURNED, PAID, false",
        "RETURNED, RETURNED, false"
    })
    void moves(PaymentState from, PaymentState to, boolean may) {
        assertThat(from.mayBecome(to)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, POSTED, true",
        "POSTED, ACCEPTED, true",
        "PAID, PAID, true",
        "RETURNED, RETURNED, true",
        "POSTED, PAID, false",
        "PAID, RETURNED, false",
        "RETURNED, PAID, false",
        "REFUSED, POSTED, false"
    })
    void knowsOldNews(PaymentState now, PaymentState told, boolean old) {
        assertThat(now.isPast(told)).isEqualTo(old);
    }
}
