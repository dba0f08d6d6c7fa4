package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;

/** What is not believed, each for its own reason. */
@Timeout(120)
class WrongAnswersTests {

    static Stream<WrongAnswer> wrong() {
        return Stream.of(WrongDocuments.all(), WrongSignatures.all(), WrongContents.all())
                .flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedForGood(WrongAnswer wrong) {
        LookupFailed refusal = refusal(wrong.bytes().get(), wrong.trust());

        assertThat(refusal.reason()).contains(wrong.reason());
        assertThat(refusal.isFinal()).isTrue();
    }

    @Test
    void waitsForAnEndpointThatBeginsLater() {
        LookupFailed refusal = refusal(
                new Answer()
                        .saying("2020-01-01T00:00:00Z", "2098-01-01T00:00:00Z")
                        .bytes(),
                Trust.in(Trust.PUBLISHERS, Clock.systemUTC()));

        assertThat(refusal.reason()).contains("does not receive yet");
        assertThat(refusal.isFinal()).isFalse();
    }

    @Test
    void waitsForTheRevocationListsOfPublishers() {
        LookupFailed refusal = refusal(new Answer().bytes(), Trust.withoutLists(Trust.PUBLISHERS));

        assertThat(refusal.reason()).contains("The publisher's certificate (C=DE");
        assertThat(refusal.isFinal()).isFalse();
    }

    /** Whatever is changed on the way, either it is noticed or the endpoint is the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leadsNowhereElseForAChangedByte(long seed) {
        Random random = new Random(seed);
        byte[] right = new Answer().bytes();
        TrustedCertificates trust = Trust.in(Trust.PUBLISHERS, Clock.systemUTC());
        for (int change = 0; change < 300; change++) {
            byte[] changed = right.clone();
            changed[random.nextInt(changed.length)] = (byte) (' ' + random.nextInt('~' - ' '));
            try {
                assertThat(read(changed, trust).url()).hasToString(Answer.URL);
            } catch (LookupFailed refused) {
                assertThat(refused.isFinal()).isTrue();
            }
        }
    }

    private static LookupFailed refusal(byte[] answer, TrustedCertificates publishers) {
        return catchThrowableOfType(LookupFailed.class, () -> read(answer, publishers));
    }

    private static Endpoint read(byte[] answer, TrustedCertificates publishers) {
        return SignedMetadata.of(answer, publishers)
                .information()
                .endpoint(Answer.QUESTION, Instant.now())
                .believed(Trust.in(Trust.ACCESS_POINTS, Clock.systemUTC()), new FoundAddresses(true));
    }
}
