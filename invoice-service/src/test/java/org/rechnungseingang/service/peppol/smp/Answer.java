package org.rechnungseingang.service.peppol.smp;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/** What a publisher answers: right, as far as a test does not ask for something else. */
public final class Answer {

    public static final Identifier PARTICIPANT = new Identifier("iso6523-actorid-upis", "0204:05999001-10010-21");
    public static final Identifier DOCUMENT_TYPE = new Identifier(
            "busdox-docid-qns",
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##urn:cen.eu:en16931:2017::2.1");
    public static final Identifier PROCESS =
            new Identifier("cenbii-procid-ubl", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    static final Question QUESTION = new Question(PARTICIPANT, DOCUMENT_TYPE, PROCESS);
    public static final String URL = "https://ap.example.org/as4";

    private String text = """
            <smp:SignedServiceMetadata xmlns:smp="http://busdox.org/serviceMetadata/publishing/1.0/"
                xmlns:id="http://busdox.org/transport/identifiers/1.0/" xmlns:wsa="http://www.w3.org/2005/08/addressing">
              <smp:ServiceMetadata>
                <smp:ServiceInformation>
                  %s
                  %s
                  <smp:ProcessList>
                    <smp:Process>
                      %s
                      <smp:ServiceEndpointList>
                        %s
                      </smp:ServiceEndpointList>
                    </smp:Process>
                  </smp:ProcessList>
                </smp:ServiceInformation>
              </smp:ServiceMetadata>
            </smp:SignedServiceMetadata>""".formatted(
                    written("ParticipantIdentifier", PARTICIPANT),
                    written("DocumentIdentifier", DOCUMENT_TYPE),
                    written("ProcessIdentifier", PROCESS),
                    endpoint());
    private UnaryOperator<String> forging = UnaryOperator.identity();
    private Signing signing = new Signing();

    /** That sends on. */
    static Answer redirect(String to, String publisher) {
        return new Answer()
                .with(all -> all.substring(0, all.indexOf("<smp:ServiceInformation>"))
                        + "<smp:Redirect href=\"" + to + "\"><smp:CertificateUID>" + publisher
                        + "</smp:CertificateUID></smp:Redirect>"
                        + all.substring(
                                all.indexOf("</smp:ServiceInformation>") + "</smp:ServiceInformation>".length()));
    }

    private static String written(String name, Identifier identifier) {
        return "<id:%1$s scheme=\"%2$s\">%3$s</id:%1$s>".formatted(name, identifier.scheme(), identifier.value());
    }

    static String endpoint() {
        return """
                <smp:Endpoint transportProfile="peppol-transport-as4-v2_0">
                  <wsa:EndpointReference><wsa:Address>%s</wsa:Address></wsa:EndpointReference>
                  <smp:RequireBusinessLevelSignature>false</smp:RequireBusinessLevelSignature>
                  <smp:ServiceActivationDate>2020-01-01T00:00:00Z</smp:ServiceActivationDate>
                  <smp:ServiceExpirationDate>2099-12-31T23:59:59</smp:ServiceExpirationDate>
                  <smp:Certificate>%s</smp:Certificate>
                  <smp:ServiceDescription>XRechnung</smp:ServiceDescription>
                  <smp:TechnicalContactUrl>mailto:ap@example.org</smp:TechnicalContactUrl>
                </smp:Endpoint>""".formatted(URL, encoded("access-point"));
    }

    /** The certificate of this name, as publishers write it. */
    public static String encoded(String name) {
        try {
            return Base64.getEncoder().encodeToString(TestPki.certificate(name).getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts one text everywhere in another one's place; it has to be there. */
    static UnaryOperator<String> replacing(String one, String other) {
        return all -> {
            if (!all.contains(one)) {
                throw new IllegalArgumentException("Not in the answer: " + one + "\n" + all);
            }
            return all.replace(one, other);
        };
    }

    /** Says something else, and signs that. */
    Answer with(UnaryOperator<String> change) {
        text = change.apply(text);
        return this;
    }

    /** Says something else, in one place. */
    public Answer saying(String one, String other) {
        return with(replacing(one, other));
    }

    /** Is changed after it was signed. */
    Answer forged(UnaryOperator<String> change) {
        forging = change;
        return this;
    }

    /** Is signed in another way. */
    public Answer signing(UnaryOperator<Signing> change) {
        signing = change.apply(signing);
        return this;
    }

    String unsigned() {
        return text;
    }

    /** As it is sent. */
    public byte[] bytes() {
        try {
            return forging.apply(signing.signed(text)).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
