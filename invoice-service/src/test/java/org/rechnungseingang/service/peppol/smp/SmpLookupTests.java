package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.rechnungseingang.service.peppol.smp.Answer.replacing;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.http.Http;

/** What is found at an honest publisher's. */
@Timeout(120)
class SmpLookupTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PUBLISHER =
            TestPki.certificate("sender-smp").getSubjectX500Principal().getName();

    private final MovableClock clock = new MovableClock();
    private LoopbackPublisher publisher;
    private Lookup lookup;

    @BeforeEach
    void start() throws IOException {
        publisher = new LoopbackPublisher();
        lookup = new SmpLookup(
                new FixedPublisher(publisher.address()),
                Trust.in(Trust.PUBLISHERS, clock),
                Trust.in(Trust.ACCESS_POINTS, clock),
                new FoundAddresses(true),
                clock,
                new Http(PATIENCE, PATIENCE));
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void findsAddressAndCertificate() {
        publisher.answers(new Answer().bytes());

        assertThat(find()).isEqualTo(new Endpoint(URI.create(Answer.URL), TestPki.certificate("access-point")));
    }

    @Test
    void asksWithPercentCodes() {
        publisher.answers(new Answer().bytes());
        find();

        assertThat(publisher.asked())
                .containsExactly("/iso6523-actorid-upis%3A%3A0204%3A05999001-10010-21/services/busdox-docid-qns%3A%3A"
                        + "urn%3Aoasis%3Anames%3Aspecification%3Aubl%3Aschema%3Axsd%3AInvoice-2%3A%3AInvoice"
                        + "%23%23urn%3Acen.eu%3Aen16931%3A2017%3A%3A2.1");
    }

    @ParameterizedTest
    @CsvSource({
        CanonicalizationMethod.INCLUSIVE + ",",
        Signing.C14N_11 + ",",
        CanonicalizationMethod.EXCLUSIVE + ",",
        CanonicalizationMethod.INCLUSIVE + "," + CanonicalizationMethod.INCLUSIVE,
        CanonicalizationMethod.EXCLUSIVE + "," + CanonicalizationMethod.EXCLUSIVE,
        Signing.C14N_11 + "," + Signing.C14N_11
    })
    void believesTheCanonicalFormsThatPublishersUse(String canonical, String transform) {
        publisher.answers(new Answer()
                .signing(signing -> transform == null
                        ? signing.canonical(canonical)
                        : signing.canonical(canonical).transforms(Transform.ENVELOPED, transform))
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void findsTheSignerBeforeThoseWhoCertifiedHim() {
        publisher.answers(new Answer()
                .forged(replacing(
                        "</X509Certificate>",
                        "</X509Certificate><X509Certificate>" + Answer.encoded("smp-ca") + "</X509Certificate>"))
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void knowsTheParticipantInCapitalsAndSmallLetters() {
        Identifier small = new Identifier("iso6523-actorid-upis", "9930:de123456789");
        Identifier capital = new Identifier("iso6523-actorid-upis", "9930:DE123456789");
        Question question = new Question(small, Answer.DOCUMENT_TYPE, Answer.PROCESS);
        byte[] answer =
                new Answer().saying(Answer.PARTICIPANT.value(), capital.value()).bytes();
        publisher.at(
                question.at(publisher.address()).getRawPath(),
                exchange -> LoopbackPublisher.send(exchange, 200, answer));

        assertThat(lookup.find(small, Answer.DOCUMENT_TYPE, Answer.PROCESS).url())
                .hasToString(Answer.URL);
    }

    @Test
    void readsCertificatesInLinesAndInTheirArmour() {
        String lines =
                Base64.getMimeEncoder().encodeToString(Base64.getDecoder().decode(encoded()));
        publisher.answers(new Answer()
                .saying(encoded(), "\n-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n")
                .bytes());

        assertThat(find().certificate()).isEqualTo(TestPki.certificate("access-point"));
    }

    @Test
    void readsTheCertificateAroundAComment() {
        publisher.answers(new Answer()
                .saying(
                        encoded(),
                        encoded().substring(0, 40) + "<!-- and -->" + encoded().substring(40))
                .bytes());

        assertThat(find().certificate()).isEqualTo(TestPki.certificate("access-point"));
    }

    @Test
    void passesOverEndpointsOfOtherTransportsProcessesAndTimes() {
        String other = Answer.endpoint().replace("peppol-transport-as4-v2_0", "busdox-transport-as2-ver1p0");
        String past = Answer.endpoint().replace("2099-12-31T23:59:59", "2021-01-01T00:00:00+01:00");
        publisher.answers(new Answer()
                .saying("<smp:ServiceEndpointList>", "<smp:ServiceEndpointList>" + other + past)
                .saying(
                        "<smp:ProcessList>",
                        "<smp:ProcessList><smp:Process><id:ProcessIdentifier scheme=\"cenbii-procid-ubl\">other"
                                + "</id:ProcessIdentifier><smp:ServiceEndpointList>" + Answer.endpoint()
                                + "</smp:ServiceEndpointList></smp:Process>")
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void passesOverWhatIsWrongInAnotherProcess() {
        publisher.answers(new Answer()
                .saying(
                        "<smp:ProcessList>",
                        "<smp:ProcessList><smp:Process><id:ProcessIdentifier scheme=\"cenbii-procid-ubl\">other"
                                + "</id:ProcessIdentifier><smp:ServiceEndpointList>"
                                + Answer.endpoint().replace("2020-01-01T00:00:00Z", "soon")
                                + "</smp:ServiceEndpointList></smp:Process>")
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void readsAnyCharacters() {
        publisher.answers(new Answer()
                .saying("XRechnung", "<![CDATA[a < b & c]]>&#13;&#10;\t\u00e4\u20ac&#x10348; ]]&gt; &quot;")
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void readsNamesWithoutPrefixes() {
        publisher.answers(new Answer()
                .with(all -> all.replace("xmlns:smp=", "xmlns=").replace("smp:", ""))
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void findsEndpointsWithoutDates() {
        publisher.answers(new Answer()
                .with(all -> all.replaceAll("<smp:Service(Activation|Expiration)Date>.*", ""))
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @Test
    void ignoresExtensions() {
        publisher.answers(new Answer()
                .saying(
                        "</smp:Endpoint>",
                        "<smp:Extension><more xmlns=\"urn:x\">x</more></smp:Extension></smp:Endpoint>")
                .bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"as it is", "the other way round"})
    void followsARedirect(String order) {
        String name = order.equals("as it is") ? PUBLISHER : reversed(PUBLISHER);
        publisher.answers(
                Answer.redirect(publisher.address() + "/elsewhere", name).bytes());
        byte[] answer = new Answer().bytes();
        publisher.at("/elsewhere", exchange -> LoopbackPublisher.send(exchange, 200, answer));

        assertThat(find().url()).hasToString(Answer.URL);
        assertThat(publisher.asked()).hasSize(2);
    }

    private static String reversed(String name) {
        String[] parts = name.split(",");
        return IntStream.rangeClosed(1, parts.length)
                .mapToObj(part -> parts[parts.length - part])
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    @Test
    void remembersWhatItFoundForAFewMinutes() {
        publisher.answers(new Answer().bytes());
        find();
        clock.pass(Remembered.FOR.minusSeconds(1));
        find();
        assertThat(publisher.asked()).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        find();
        assertThat(publisher.asked()).hasSize(2);
    }

    @Test
    void asksAnewAboutWhatItHasToForget() {
        publisher.answers(new Answer().bytes());
        find();

        lookup.forget(Answer.PARTICIPANT, Answer.DOCUMENT_TYPE, Answer.PROCESS);

        find();
        assertThat(publisher.asked()).hasSize(2);
    }

    @Test
    void remembersNoFailure() {
        assertThat(catchThrowableOfType(LookupFailed.class, this::find).isFinal())
                .isTrue();
        publisher.answers(new Answer().bytes());

        assertThat(find().url()).hasToString(Answer.URL);
    }

    private Endpoint find() {
        return lookup.find(Answer.PARTICIPANT, Answer.DOCUMENT_TYPE, Answer.PROCESS);
    }

    private static String encoded() {
        return Answer.encoded("access-point");
    }
}
