package org.rechnungseingang.service.peppol.smp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;

/**
 * An answer that is wrong in one place.
 *
 * @param name in what
 * @param reason what the reason says
 * @param authority whose publishers are believed
 */
record WrongAnswer(String name, String reason, String authority, Supplier<byte[]> bytes) {

    static WrongAnswer wrong(String name, String reason, UnaryOperator<Answer> change) {
        return new WrongAnswer(
                name, reason, Trust.PUBLISHERS, () -> change.apply(new Answer()).bytes());
    }

    static WrongAnswer text(String name, String reason, Supplier<String> text) {
        return new WrongAnswer(name, reason, Trust.PUBLISHERS, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    static WrongAnswer signed(String name, String reason, UnaryOperator<Signing> change) {
        return wrong(name, reason, answer -> answer.signing(change));
    }

    WrongAnswer under(String other) {
        return new WrongAnswer(name, reason, other, bytes);
    }

    TrustedCertificates trust() {
        return Trust.in(authority, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return name;
    }
}
