package org.rechnungseingang.invoice;

/** Check digits by ISO 7064 mod 97-10, as IBAN and Leitweg-ID have them. */
final class CheckDigits {

    private static final int MODULUS = 97;
    private static final int LETTERS = 36;

    private CheckDigits() {}

    /** What is left of the number when it is divided by 97; letters are numbers of two digits from A = 10. */
    static int remainder(String number) {
        int remainder = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(i), LETTERS);
            if (digit < 0) {
                throw new IllegalArgumentException("neither a digit nor a letter: " + number.charAt(i));
            }
            remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % MODULUS;
        }
        return remainder;
    }
}
