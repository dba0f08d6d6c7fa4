package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTests {

    // Published examples of the IBAN registry.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "DE89 3704 0044 0532 0130 00",
                " gb29nwbk60161331926819\n",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "CH9300762011623852957",
                "FR1420041010050500013M02606"
            })
    void readsAccountsInSepa(String text) {
        assertThat(Iban.of(text))
                .hasValueSatisfying(iban -> assertThat(iban.isInSepa()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE89370400440532013001",
                "DE89",
                "8937040044053201DE3000",
                "DE8937040044053201300Ö",
                "DE٨٩370400440532013000",
                "12345678",
                "DE89-3704-0044-0532-0130-00"
            })
    void readsNothingElse(String text) {
        assertThat(Iban.of(text)).isEmpty();
    }

    @Test
    void tellsAccountsOutsideSepa() {
        assertThat(Iban.of("TR330006100519786457841326"))
                .hasValueSatisfying(iban -> assertThat(iban.isInSepa()).isFalse());
        // Right by its check digits, but no German bank gives 20 characters.
        assertThat(Iban.of("DE863704004405320130"))
                .hasValueSatisfying(iban -> assertThat(iban.isInSepa()).isFalse());
    }

    @Test
    void noticesEverySlipOfOneDigit() {
        Random random = new Random(97);
        String right = "DE89370400440532013000";
        for (int i = 2; i < right.length(); i++) {
            int other = (Character.digit(right.charAt(i), 10) + 1 + random.nextInt(9)) % 10;
            assertThat(Iban.of(right.substring(0, i) + other + right.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void noticesTwoSwappedDigits() {
        assertThat(Iban.of("DE98370400440532013000")).isEmpty();
        assertThat(Iban.of("DE89370400440532031000")).isEmpty();
    }

    @Test
    void isNeverMadeOfWhatIsNone() {
        assertThatThrownBy(() -> new Iban("DE89 3704 0044 0532 0130 00")).isInstanceOf(IllegalArgumentException.class);
    }
}
