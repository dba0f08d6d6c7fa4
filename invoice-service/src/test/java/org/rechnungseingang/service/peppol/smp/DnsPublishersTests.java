package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.rechnungseingang.service.peppol.smp.LoopbackDirectory.KNOWN;
import static org.rechnungseingang.service.peppol.smp.LoopbackDirectory.SERVER_FAILURE;
import static org.rechnungseingang.service.peppol.smp.LoopbackDirectory.UNKNOWN_NAME;
import static org.rechnungseingang.service.peppol.smp.LoopbackDirectory.naptr;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.http.Http;

@Timeout(60)
class DnsPublishersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(14);
    private static final FoundAddresses CLOSED = new FoundAddresses(true);
    private static final String SERVICE = "Meta:SMP";
    private static final String WHOLE = "!.*!https://smp.example.org/peppol!";

    @Test
    void asksForTheParticipantInTheZone() throws IOException {
        try (LoopbackDirectory directory = new LoopbackDirectory(KNOWN, naptr(100, 10, "U", SERVICE, WHOLE))) {
            publishers(directory).of(new Identifier("iso6523-actorid-upis", "0088:123ABC"));

            assertThat(directory.asked())
                    .containsExactly("Y7DZFXAF3D4CJZ4KCGRXTEC6TWVCGA4KY7ZWA5BOIF6MSWD4TDRQ.iso6523-actorid-upis."
                            + DnsPublishers.TEST);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WHOLE,
                "!^.*$!https://smp.example.org/peppol!",
                "!.*!https://smp.example.org/peppol!i",
                "#.*#https://smp.example.org/peppol#"
            })
    void findsThePublisher(String expression) throws IOException {
        assertFound(naptr(100, 10, "U", SERVICE, expression));
    }

    @Test
    void takesFlagAndServiceInSmallLetters() throws IOException {
        assertFound(naptr(100, 10, "u", "meta:smp", WHOLE));
    }

    @Test
    void takesTheFirstByOrderAndThenPreference() throws IOException {
        assertFound(
                naptr(100, 20, "U", SERVICE, "!.*!https://b.example.org!"),
                naptr(200, 1, "U", SERVICE, "!.*!https://c.example.org!"),
                naptr(10, 5, "S", SERVICE, "!.*!https://d.example.org!"),
                naptr(10, 5, "U", "Meta:Other", "!.*!https://e.example.org!"),
                naptr(10, 5, "", "", ""),
                naptr(100, 10, "U", SERVICE, WHOLE));
    }

    /** The directory's zones have moved, and lead to the old ones by such a record. */
    @Test
    void followsAnotherName() throws IOException {
        assertFound(LoopbackDirectory.alias(), naptr(100, 10, "U", SERVICE, WHOLE));
    }

    private static void assertFound(LoopbackDirectory.Data... records) throws IOException {
        try (LoopbackDirectory directory = new LoopbackDirectory(KNOWN, records)) {
            assertThat(publishers(directory).of(Answer.PARTICIPANT)).hasToString("https://smp.example.org/peppol");
        }
    }

    @Test
    void doesNotFindWhoIsNotThere() throws IOException {
        assertRefused("Not registered: the directory does not know", true, UNKNOWN_NAME);
    }

    @Test
    void doesNotFindWhoHasNoPublisher() throws IOException {
        assertRefused("Not registered: the directory has no publisher", true, KNOWN);
        assertRefused(
                "Not registered: the directory has no publisher",
                true,
                KNOWN,
                naptr(100, 10, "U", "Meta:Other", WHOLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!.*!!",
                "!.*!https://smp.example.org",
                "!(.*)!https://\\1.example.org!",
                "!a.*!https://smp.example.org!",
                "!((a+)+)+$!https://smp.example.org!",
                "!.*!https://smp.example.org!!"
            })
    void runsNoExpression(String expression) throws IOException {
        assertRefused("", true, KNOWN, naptr(100, 10, "U", SERVICE, expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smp.example.org", "ftp://smp.example.org", "smp.example.org", "https://"})
    void isLedToNoPlainText(String address) throws IOException {
        assertRefused("The publisher's address", true, KNOWN, naptr(100, 10, "U", SERVICE, "!.*!" + address + "!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "https://127.0.0.1", "https://[fd00::1]", "https://localhost"})
    void isNotLedIntoThisNetwork(String address) throws IOException {
        try (LoopbackDirectory directory =
                new LoopbackDirectory(KNOWN, naptr(100, 10, "U", SERVICE, "!.*!" + address + "!"))) {
            LookupFailed refusal = refusal(
                    new DnsPublishers(DnsPublishers.TEST, directory.address(), PATIENCE, new FoundAddresses(false)),
                    Answer.PARTICIPANT);

            assertThat(refusal.reason()).startsWith("The publisher's address").endsWith(": " + address);
            assertThat(refusal.isFinal()).isTrue();
        }
    }

    @Test
    void asksAgainLaterInTrouble() throws IOException {
        assertRefused("The directory of publishers cannot be asked", false, SERVER_FAILURE);
    }

    @Test
    void asksAgainLaterInSilence() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Publishers publishers = new DnsPublishers(
                    DnsPublishers.TEST, "127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(350), CLOSED);

            assertThat(refusal(publishers, Answer.PARTICIPANT).isFinal()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "iso6523.actorid", "a/b", "a b", "\u00e4", "a\\"})
    void asksForNoOtherNames(String scheme) throws IOException {
        try (LoopbackDirectory directory = new LoopbackDirectory(UNKNOWN_NAME)) {
            LookupFailed refusal = refusal(publishers(directory), new Identifier(scheme, "0204:1"));

            assertThat(refusal.reason()).contains("scheme cannot be part of a name");
            assertThat(directory.asked()).isEmpty();
        }
    }

    @Test
    void leadsToTheEndpoint() throws IOException {
        try (LoopbackPublisher publisher = new LoopbackPublisher();
                LoopbackDirectory directory = new LoopbackDirectory(
                        KNOWN, naptr(100, 10, "U", SERVICE, "!.*!" + publisher.address() + "/!"))) {
            publisher.answers(new Answer().bytes());
            Clock clock = Clock.systemUTC();
            Lookup lookup = new SmpLookup(
                    publishers(directory),
                    Trust.in(Trust.PUBLISHERS, clock),
                    Trust.in(Trust.ACCESS_POINTS, clock),
                    CLOSED,
                    clock,
                    new Http(PATIENCE, PATIENCE));

            assertThat(lookup.find(Answer.PARTICIPANT, Answer.DOCUMENT_TYPE, Answer.PROCESS)
                            .url())
                    .hasToString(Answer.URL);
        }
    }

    private static void assertRefused(String reason, boolean isFinal, int code, LoopbackDirectory.Data... records)
            throws IOException {
        try (LoopbackDirectory directory = new LoopbackDirectory(code, records)) {
            LookupFailed refusal = refusal(publishers(directory), Answer.PARTICIPANT);

            assertThat(refusal.reason()).contains(reason);
            assertThat(refusal.isFinal()).isEqualTo(isFinal);
        }
    }

    private static LookupFailed refusal(Publishers publishers, Identifier participant) {
        return catchThrowableOfType(LookupFailed.class, () -> publishers.of(participant));
    }

    private static Publishers publishers(LoopbackDirectory directory) {
        return new DnsPublishers(DnsPublishers.TEST, directory.address(), PATIENCE, CLOSED);
    }
}
