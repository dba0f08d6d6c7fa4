package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.Texts.inserted;
import static org.rechnungseingang.service.peppol.Wrong.wrong;
import static org.rechnungseingang.service.peppol.as4.EbmsError.FEATURE_NOT_SUPPORTED;
import static org.rechnungseingang.service.peppol.as4.EbmsError.INVALID_HEADER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.MIME_INCONSISTENCY;
import static org.rechnungseingang.service.peppol.as4.EbmsError.OTHER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rechnungseingang.service.peppol.HttpMessage.Part;

/** No SOAP with one attachment, or none that is worth reading. */
final class WrongOnTheWire {

    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

    private WrongOnTheWire() {}

    static Stream<Wrong> all() {
        return Stream.of(soap(), attachments(), mime()).flatMap(some -> some);
    }

    private static Stream<Wrong> soap() {
        return Stream.of(
                wrong(
                                "SOAP 1.1",
                                FEATURE_NOT_SUPPORTED,
                                message -> message.says(SOAP, "http://schemas.xmlsoap.org/soap/envelope/"))
                        .withoutId(),
                wrong("another root", INVALID_HEADER, message -> message.forged("S12:Envelope", "S12:Letter"))
                        .withoutId(),
                wrong(
                                "two bodies",
                                INVALID_HEADER,
                                message -> message.forged(Texts.instead("S12:Body", one -> one + one)))
                        .withoutId(),
                wrong(
                                "two headers of SOAP",
                                INVALID_HEADER,
                                message -> message.forged(Texts.instead("S12:Header", one -> one + "<S12:Header/>")))
                        .withoutId(),
                wrong("a document type", INVALID_HEADER, message -> message.forged(soap -> "<!DOCTYPE x>" + soap))
                        .withoutId(),
                wrong(
                                "an entity",
                                INVALID_HEADER,
                                message -> message.forged(soap -> "<!DOCTYPE x [<!ENTITY e \"x\">]>" + soap))
                        .withoutId(),
                wrong(
                                "billion laughs",
                                INVALID_HEADER,
                                message -> message.forged(
                                        soap -> WrongPayloads.laughs() + soap.replace("one@sender.example", "&e29;")))
                        .withoutId(),
                wrong("not well-formed", INVALID_HEADER, message -> message.forged("</S12:Envelope>", ""))
                        .withoutId(),
                wrong(
                                "a thousand levels deep",
                                INVALID_HEADER,
                                message -> message.forged(
                                        inserted("<S12:Header", "<a>".repeat(1000) + "</a>".repeat(1000))))
                        .withoutId(),
                wrong(
                        "a header that must be understood",
                        FEATURE_NOT_SUPPORTED,
                        message -> message.says(
                                inserted("<S12:Header", "<x:x xmlns:x=\"urn:x\" S12:mustUnderstand=\"true\"/>"))),
                wrong(
                        "a payload in the body",
                        FEATURE_NOT_SUPPORTED,
                        message -> message.says("wsu:Id=\"body\"/>", "wsu:Id=\"body\"><x/></S12:Body>")),
                wrong(
                                "an envelope of 10 MB",
                                OTHER,
                                message -> message.forged(inserted("<S12:Header", " ".repeat(10 << 20))))
                        .withoutId(),
                wrong(
                                "a million elements",
                                OTHER,
                                message -> message.forged(inserted("<S12:Header", "<a/>".repeat(1_000_000))))
                        .withoutId(),
                wrong(
                                "not in UTF-8",
                                INVALID_HEADER,
                                message -> message.parts(all -> List.of(
                                        new Part(all.get(0).header(), new byte[] {'<', (byte) 0xff}), all.get(1))))
                        .withoutId());
    }

    private static Stream<Wrong> attachments() {
        return Stream.of(
                wrong(
                        "an attachment more, encrypted and signed",
                        MIME_INCONSISTENCY,
                        message -> message.alsoAttached("x@y")),
                wrong(
                        "an attachment more",
                        POLICY_NONCOMPLIANCE,
                        message -> message.parts(
                                all -> List.of(all.get(0), all.get(1), Part.attachment("x@y", new byte[9])))),
                wrong(
                                "two attachments of one Content-ID",
                                MIME_INCONSISTENCY,
                                message -> message.parts(all -> List.of(all.get(0), all.get(1), all.get(1))))
                        .withoutId(),
                wrong(
                                "an attachment without Content-ID",
                                MIME_INCONSISTENCY,
                                message -> message.parts(
                                        all -> List.of(all.get(0), new Part("Content-Type: text/plain", new byte[9]))))
                        .withoutId(),
                wrong("no attachment", MIME_INCONSISTENCY, message -> message.parts(all -> all.subList(0, 1))),
                wrong(
                        "another attachment",
                        MIME_INCONSISTENCY,
                        message -> message.parts(all -> List.of(all.get(0), Part.attachment("x@y", new byte[99])))),
                wrong(
                                "a thousand attachments",
                                FEATURE_NOT_SUPPORTED,
                                message -> message.parts(all -> {
                                    List<Part> many = new ArrayList<>(all);
                                    for (int i = 0; i < 1_000; i++) {
                                        many.add(Part.attachment(i + "@x", new byte[100]));
                                    }
                                    return many;
                                }))
                        .withoutId());
    }

    private static Stream<Wrong> mime() {
        return Stream.of(
                wrong("without boundary", MIME_INCONSISTENCY, type("multipart/related; type=\"application/soap+xml\""))
                        .withoutId(),
                wrong("with another boundary", MIME_INCONSISTENCY, type("multipart/related; boundary=\"other\""))
                        .withoutId(),
                wrong("with an empty boundary", MIME_INCONSISTENCY, type("multipart/related; boundary=\"\""))
                        .withoutId(),
                wrong("cut off in the attachment", MIME_INCONSISTENCY, cutOff(300)),
                wrong("cut off before the last boundary", MIME_INCONSISTENCY, cutOff(45)),
                wrong("cut off in the last boundary", MIME_INCONSISTENCY, cutOff(41)),
                wrong("cut off before the last hyphen", MIME_INCONSISTENCY, cutOff(3)),
                wrong("cut off before the attachment", MIME_INCONSISTENCY, body(WrongOnTheWire::untilAttachment)),
                wrong("cut off in the envelope", MIME_INCONSISTENCY, body(body -> Arrays.copyOf(body, 2_000)))
                        .withoutId(),
                wrong("empty", MIME_INCONSISTENCY, body(body -> new byte[0])).withoutId(),
                wrong("text/plain", INVALID_HEADER, type("text/plain")).withoutId(),
                wrong(
                                "empty text/plain",
                                INVALID_HEADER,
                                message -> message.sent(
                                        http -> http.ofType("text/plain").withBody(new byte[0])))
                        .withoutId(),
                wrong("a form", INVALID_HEADER, type("application/x-www-form-urlencoded"))
                        .withoutId(),
                wrong(
                                "multipart/form-data",
                                INVALID_HEADER,
                                message -> message.sent(
                                        http -> http.ofType(http.type().replace("related", "form-data"))))
                        .withoutId(),
                wrong(
                                "a header line of a megabyte",
                                MIME_INCONSISTENCY,
                                message -> message.parts(all -> List.of(
                                        new Part(
                                                "X: " + "x".repeat(1 << 20),
                                                all.get(0).content()),
                                        all.get(1))))
                        .withoutId(),
                wrong(
                                "JSON",
                                INVALID_HEADER,
                                message -> message.sent(http -> http.ofType("application/json")
                                        .withBody("{}".getBytes(StandardCharsets.UTF_8))))
                        .withoutId());
    }

    private static UnaryOperator<AMessage> type(String type) {
        return message -> message.sent(http -> http.ofType(type));
    }

    private static UnaryOperator<AMessage> cutOff(int bytes) {
        return body(body -> Arrays.copyOf(body, body.length - bytes));
    }

    private static byte[] untilAttachment(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(body, text.indexOf("Envelope>\r\n--") + 11);
    }

    private static UnaryOperator<AMessage> body(UnaryOperator<byte[]> otherwise) {
        return message -> message.sent(http -> http.withBody(otherwise.apply(http.body())));
    }
}
