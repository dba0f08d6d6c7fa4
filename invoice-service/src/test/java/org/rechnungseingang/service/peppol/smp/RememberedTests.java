package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

class RememberedTests {

    private final Endpoint endpoint = new Endpoint(URI.create(Answer.URL), TestPki.certificate("access-point"));
    private final MovableClock clock = new MovableClock();
    private final Remembered remembered = new Remembered(clock);

    @Test
    void keepsTheLastOnes() {
        for (int number = 0; number <= Remembered.MOST; number++) {
            remembered.remember(question(number), endpoint);
        }

        assertThat(remembered.of(question(0))).isEmpty();
        assertThat(remembered.of(question(1))).contains(endpoint);
        assertThat(remembered.of(question(Remembered.MOST))).contains(endpoint);
    }

    @Test
    void forgets() {
        remembered.remember(question(1), endpoint);
        clock.pass(Remembered.FOR);

        assertThat(remembered.of(question(1))).isEmpty();
    }

    private static Question question(int number) {
        return new Question(new Identifier("x", "0204:" + number), Answer.DOCUMENT_TYPE, Answer.PROCESS);
    }
}
