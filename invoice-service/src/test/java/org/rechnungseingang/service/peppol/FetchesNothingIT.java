package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.peppol.Texts.inserted;
import static org.rechnungseingang.service.peppol.Texts.instead;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wherever a message names an address, nobody goes there to see what it has. */
@WithAccessPoint
class FetchesNothingIT {

    /** In a message stands this; the address is known when the server listens. */
    private static final String ADDRESS = "http://address.invalid/";

    private static final String XOP =
            "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"" + ADDRESS + "\"/>";

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    private ServerSocket elsewhere;

    @BeforeEach
    void listen() throws IOException {
        elsewhere = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        elsewhere.close();
    }

    @ParameterizedTest
    @MethodSource
    void refusesAndFetchesNothing(UnaryOperator<AMessage> naming) throws Exception {
        String here = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
        AMessage message = naming.apply(AMessage.aMessage()).forged(soap -> soap.replace(ADDRESS, here));
        int before = anstadt.cases();

        HttpResponse<byte[]> response = new SendingAccessPoint(port)
                .send(message.carries(document -> document.replace(ADDRESS, here))
                        .http());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(SignedAnswer.by("access-point", response.body()).errorCode()).isNotEmpty();
        assertThat(anstadt.cases()).isEqualTo(before);
        assertThat(nobodyCame()).isTrue();
    }

    private boolean nobodyCame() throws IOException {
        elsewhere.setSoTimeout(50);
        try {
            elsewhere.accept().close();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    static Stream<Named<UnaryOperator<AMessage>>> refusesAndFetchesNothing() {
        return Stream.of(
                forged("a signed reference", soap -> soap.replace("URI=\"#body\"", "URI=\"" + ADDRESS + "\"")),
                forged(
                        "a signed reference to a file",
                        soap -> soap.replace("URI=\"#body\"", "URI=\"file:/etc/hostname\"")),
                forged("a reference more", instead("ds:Reference", one -> one + one.replace("#messaging", ADDRESS))),
                forged(
                        "the certificate's reference",
                        soap -> soap.replaceAll("URI=\"#X509-[^\"]*\"", "URI=\"" + ADDRESS + "\"")),
                forged("a certificate by XOP", within("wsse:BinarySecurityToken", "X509-", XOP)),
                forged("a digest by XOP", within("ds:DigestValue", "", XOP)),
                forged("a signature value by XOP", within("ds:SignatureValue", "", XOP)),
                forged("a SignedInfo by XOP", inserted("<ds:SignedInfo", XOP)),
                forged("a key by XOP", within("xenc:CipherValue", "", XOP)),
                forged(
                        "an encrypted part",
                        soap -> soap.replaceAll(
                                "CipherReference URI=\"[^\"]*\"", "CipherReference URI=\"" + ADDRESS + "\"")),
                forged(
                        "a KeyInfo",
                        within(
                                "ds:KeyInfo",
                                "KI-",
                                "<ds:RetrievalMethod URI=\"" + ADDRESS + "\""
                                        + " Type=\"http://www.w3.org/2000/09/xmldsig#rawX509Certificate\"/>")),
                forged(
                        "a stylesheet",
                        inserted(
                                "<ds:Transforms",
                                "<ds:Transform"
                                        + " Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><xsl:stylesheet version=\"1.0\""
                                        + " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:import href=\""
                                        + ADDRESS
                                        + "\"/></xsl:stylesheet></ds:Transform>")),
                forged("a document type", soap -> "<!DOCTYPE x SYSTEM \"" + ADDRESS + "\">" + soap),
                forged(
                        "an entity",
                        soap -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + ADDRESS + "\">]>"
                                + soap.replace("one@sender.example", "&e;")),
                Named.of(
                        "a payload",
                        message -> message.says(instead(
                                "eb:PartInfo",
                                one -> one.replaceFirst("href=\"[^\"]*\"", "href=\"" + ADDRESS + "\"")))),
                carried("a document type inside", "<!DOCTYPE x SYSTEM \"" + ADDRESS + "\">"),
                carried("an entity inside", "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + ADDRESS + "\"> %e;]>"));
    }

    private static UnaryOperator<String> within(String element, String inTag, String content) {
        return soap -> {
            String found = Texts.element(soap, element, inTag);
            String tag = found.substring(0, found.indexOf('>') + 1);
            return soap.replace(found, tag + content + "</" + element + ">");
        };
    }

    private static Named<UnaryOperator<AMessage>> forged(String name, UnaryOperator<String> otherwise) {
        return Named.of(name, message -> message.forged(otherwise));
    }

    private static Named<UnaryOperator<AMessage>> carried(String name, String type) {
        return Named.of(
                name,
                message -> message.carries("<sh:StandardBusinessDocument ", type + "<sh:StandardBusinessDocument "));
    }
}
