package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BusinessTermTests {

    /** The numbers of EN 16931-1 run through; only BT-4 was given up. */
    @Test
    void knowsEveryTermAndGroupOfTheStandard() {
        Stream<String> terms = IntStream.rangeClosed(1, 165).filter(n -> n != 4).mapToObj(n -> "BT-" + n);
        Stream<String> groups = IntStream.rangeClosed(1, 32).mapToObj(n -> "BG-" + n);
        assertThat(Stream.concat(terms, groups))
                .allSatisfy(id -> assertThat(BusinessTerm.of(id))
                        .get()
                        .extracting(BusinessTerm::id)
                        .isEqualTo(id));
    }

    @Test
    void givesEachTermANameOfItsOwn() {
        assertThat(Stream.of(BusinessTerm.values()).filter(term -> term.id().startsWith("BT-")))
                .extracting(term -> term.label(Locale.GERMAN))
                .doesNotHaveDuplicates();
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(BusinessTerm.BT_115.label(Locale.GERMANY)).isEqualTo("Zu zahlender Betrag");
        assertThat(BusinessTerm.BT_115.label(Locale.UK)).isEqualTo("Amount due for payment");
    }
}
