package org.rechnungseingang.service.peppol.smp;

import static org.rechnungseingang.service.peppol.smp.Answer.encoded;
import static org.rechnungseingang.service.peppol.smp.WrongAnswer.wrong;

import java.util.stream.Stream;

/** Answers that a publisher has signed and that lead nowhere all the same. */
final class WrongContents {

    private static final String RECEIVER = "The access point's certificate";
    private static final String ACCESS_POINT = "access-point";

    private WrongContents() {}

    static Stream<WrongAnswer> all() {
        return Stream.concat(contents(), receivers());
    }

    private static Stream<WrongAnswer> contents() {
        return Stream.of(
                wrong(
                        "another participant",
                        "is about another participant: iso6523-actorid-upis::0204:2",
                        answer -> answer.saying(Answer.PARTICIPANT.value(), "0204:2")),
                wrong(
                        "another scheme",
                        "is about another participant: x::",
                        answer -> answer.saying("\"iso6523-actorid-upis\"", "\"x\"")),
                wrong(
                        "another document type",
                        "is about another document type",
                        answer -> answer.saying("::2.1<", "::2.2<")),
                wrong(
                        "the document type in small letters",
                        "is about another document type",
                        answer -> answer.saying("xsd:Invoice-2", "xsd:invoice-2")),
                wrong(
                        "no participant",
                        "has no element ParticipantIdentifier",
                        answer -> answer.with(all -> all.replaceAll("<id:ParticipantIdentifier.*", ""))),
                wrong(
                        "two participants",
                        "several elements ParticipantIdentifier",
                        answer -> answer.with(all -> all.replaceAll("(<id:ParticipantIdentifier.*)", "$1$1"))),
                wrong(
                        "another process",
                        "does not receive in this process",
                        answer -> answer.saying("billing:01:1.0", "billing:01:2.0")),
                wrong(
                        "another transport",
                        "does not receive over AS4",
                        answer -> answer.saying("peppol-transport-as4-v2_0", "peppol-transport-as4-v3_0")),
                wrong(
                        "over",
                        "no longer receives",
                        answer -> answer.saying("2099-12-31T23:59:59", "2021-01-01T00:00:00Z")),
                wrong(
                        "a date that is none",
                        "ServiceExpirationDate is no date and time: soon",
                        answer -> answer.saying("2099-12-31T23:59:59", "soon")),
                wrong(
                        "two endpoints",
                        "at several access points at once",
                        answer -> answer.with(
                                all -> all.replace(Answer.endpoint(), Answer.endpoint() + Answer.endpoint()))),
                wrong(
                        "no endpoints",
                        "has no element ServiceEndpointList",
                        answer -> answer.with(all ->
                                all.replaceAll("(?s)<smp:ServiceEndpointList>.*</smp:ServiceEndpointList>", ""))),
                wrong(
                        "information and redirect",
                        "either service information or a redirect",
                        answer -> answer.saying(
                                "</smp:ServiceInformation>",
                                "</smp:ServiceInformation><smp:Redirect href=\"https://x.org\"/>")),
                wrong(
                        "neither",
                        "either service information or a redirect",
                        answer -> answer.with(
                                all -> all.replaceAll("(?s)<smp:ServiceInformation>.*</smp:ServiceInformation>", ""))),
                wrong(
                        "something else",
                        "has no element ServiceInformation",
                        answer -> answer.with(all -> all.replace("smp:ServiceInformation", "smp:Other"))));
    }

    private static Stream<WrongAnswer> receivers() {
        return Stream.of(
                wrong(
                        "plain text",
                        "does not begin with https://",
                        answer -> answer.saying(Answer.URL, "http://ap.example.org/as4")),
                wrong(
                        "a name that begins like this machine",
                        "does not begin with https://",
                        answer -> answer.saying(Answer.URL, "http://127.0.0.1.example.org/as4")),
                wrong("a file", "does not begin with https://", answer -> answer.saying(Answer.URL, "file:///etc")),
                wrong(
                        "a user in the address",
                        "does not begin with https://",
                        answer -> answer.saying(Answer.URL, "https://ap.example.org@evil.example.org/as4")),
                wrong("no address", "does not begin with https://", answer -> answer.saying(Answer.URL, "")),
                wrong("half an address", "is no address", answer -> answer.saying(Answer.URL, "https://[")),
                wrong(
                        "no certificate",
                        RECEIVER + " cannot be read",
                        answer -> answer.saying(encoded(ACCESS_POINT), "")),
                wrong(
                        "no Base64",
                        RECEIVER + " cannot be read",
                        answer -> answer.saying(encoded(ACCESS_POINT), "M===")),
                wrong(
                        "half a certificate",
                        RECEIVER + " cannot be read",
                        answer -> answer.saying(
                                encoded(ACCESS_POINT), encoded(ACCESS_POINT).substring(400))),
                certificate("sender-expired", "EXPIRED"),
                certificate("sender-not-yet", "NOT_YET_VALID"),
                certificate("sender-revoked", "REVOKED"),
                certificate("sender-foreign", "believed: NO_TRUST_ANCHOR"),
                certificate("sender-smp", "believed: NO_TRUST_ANCHOR"));
    }

    private static WrongAnswer certificate(String name, String reason) {
        return wrong("certificate of " + name, reason, answer -> answer.saying(encoded(ACCESS_POINT), encoded(name)));
    }
}
