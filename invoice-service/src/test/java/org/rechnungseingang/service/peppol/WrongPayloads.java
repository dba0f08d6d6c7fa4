package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.Texts.instead;
import static org.rechnungseingang.service.peppol.Wrong.wrong;
import static org.rechnungseingang.service.peppol.as4.EbmsError.DECOMPRESSION_FAILURE;
import static org.rechnungseingang.service.peppol.as4.EbmsError.OTHER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.VALUE_INCONSISTENT;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A payload that is signed and encrypted, and not what it should be. */
final class WrongPayloads {

    private static final String NOT_SERVICED = "PEPPOL:NOT_SERVICED";

    private WrongPayloads() {}

    static Stream<Wrong> all() {
        return Stream.of(notServiced(), headers(), documents(), compressed()).flatMap(some -> some);
    }

    private static Stream<Wrong> notServiced() {
        return Stream.of(
                wrong("participant not served", OTHER, both(AMessage.RECEIVER, "0204:99999-00000-00"))
                        .withDetail(NOT_SERVICED),
                wrong("document type not served", OTHER, both("xrechnung_3.0", "xrechnung_9.9"))
                        .withDetail(NOT_SERVICED),
                wrong("process not served", OTHER, both("billing:01:1.0", "billing:99:1.0"))
                        .withDetail(NOT_SERVICED));
    }

    private static UnaryOperator<AMessage> both(String text, String instead) {
        return message -> message.says(text, instead).carries(text, instead);
    }

    private static Stream<Wrong> headers() {
        return Stream.of(
                wrong(
                        "receiver is not the header's",
                        VALUE_INCONSISTENT,
                        carries(AMessage.RECEIVER, "0204:05117-31001-02")),
                wrong(
                        "sender is not the header's",
                        VALUE_INCONSISTENT,
                        carries(Templates.SENDER, "0088:4012345000016")),
                wrong("two receivers", OTHER, carries(instead("sh:Receiver", one -> one + one))),
                wrong("two headers", OTHER, carries(instead("sh:StandardBusinessDocumentHeader", one -> one + one))),
                wrong("two scopes PROCESSID", OTHER, carries("COUNTRY_C1", "PROCESSID")),
                wrong("no scope DOCUMENTID", VALUE_INCONSISTENT, carries("DOCUMENTID", "DOCUMENTNO")),
                wrong("no scope PROCESSID", VALUE_INCONSISTENT, carries("PROCESSID", "PROCESSNO")),
                wrong("no name", VALUE_INCONSISTENT, carries(instead("sh:InstanceIdentifier", one -> ""))),
                wrong("another version", OTHER, carries(">1.0</sh:HeaderVersion>", ">2.0</sh:HeaderVersion>")));
    }

    private static Stream<Wrong> documents() {
        return Stream.of(
                wrong(
                        "another document than it says",
                        VALUE_INCONSISTENT,
                        carries("<sh:Type>Invoice<", "<sh:Type>CreditNote<")),
                wrong(
                        "another document type than it says",
                        VALUE_INCONSISTENT,
                        both("2::Invoice##", "2::CreditNote##")),
                wrong(
                        "another namespace than it says",
                        VALUE_INCONSISTENT,
                        carries("Invoice-2</sh:Standard>", "CreditNote-2</sh:Standard>")),
                wrong("two documents", OTHER, carries(instead("Invoice ", one -> one + one))),
                wrong("no document", OTHER, carries(instead("Invoice ", one -> ""))),
                wrong("no header", OTHER, carries(instead("sh:StandardBusinessDocumentHeader", one -> ""))),
                wrong("the invoice alone", OTHER, carries(all -> Texts.element(all, "Invoice "))),
                wrong(
                        "with a document type",
                        OTHER,
                        carries("<sh:StandardBusinessDocument ", "<!DOCTYPE x><sh:StandardBusinessDocument ")),
                wrong(
                        "billion laughs",
                        OTHER,
                        carries("<sh:StandardBusinessDocument ", laughs() + "<sh:StandardBusinessDocument ")),
                wrong(
                        "not well-formed",
                        OTHER,
                        carries("</sh:StandardBusinessDocument>", "</sh:StandardBusinessDocumen>")),
                wrong("of an encoding that nobody knows", OTHER, carries("encoding=\"UTF-8\"", "encoding=\"X-NONE\"")),
                wrong(
                        "not in its encoding",
                        OTHER,
                        message -> message.encoded(bytes ->
                                new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1))),
                wrong(
                        "in UTF-16 without mark",
                        OTHER,
                        message -> message.encoded(bytes ->
                                new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE))),
                wrong("empty", OTHER, carries(all -> "")),
                wrong("no XML", OTHER, carries(all -> "%PDF-1.7")));
    }

    static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        return entities.append("]>").toString();
    }

    private static Stream<Wrong> compressed() {
        return Stream.of(
                wrong("not compressed although it says so", DECOMPRESSION_FAILURE, packed(bytes -> bytes)),
                wrong("compressed, cut off", DECOMPRESSION_FAILURE, packed(bytes -> cut(AMessage.zipped(bytes), -20))),
                wrong(
                        "compressed, without its end",
                        DECOMPRESSION_FAILURE,
                        packed(bytes -> cut(AMessage.zipped(bytes), -4))),
                wrong(
                        "compressed, with something behind",
                        DECOMPRESSION_FAILURE,
                        packed(bytes -> cut(AMessage.zipped(bytes), 20))),
                wrong(
                        "compressed, with a byte behind",
                        DECOMPRESSION_FAILURE,
                        packed(bytes -> cut(AMessage.zipped(bytes), 1))),
                wrong("compressed, with a wrong checksum", DECOMPRESSION_FAILURE, packed(bytes -> {
                    byte[] zipped = AMessage.zipped(bytes);
                    zipped[zipped.length - 6] ^= 1;
                    return zipped;
                })),
                wrong("compressed, empty", DECOMPRESSION_FAILURE, packed(bytes -> new byte[0])),
                wrong("a bomb of a gigabyte", DECOMPRESSION_FAILURE, packed(bytes -> bomb())));
    }

    /** A gigabyte of zeros in a megabyte: 16 gzip files one behind the other, which are one, too. */
    static byte[] bomb() {
        byte[] one = AMessage.zipped(new byte[64 << 20]);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 16; i++) {
            all.writeBytes(one);
        }
        return all.toByteArray();
    }

    private static byte[] cut(byte[] bytes, int longer) {
        return Arrays.copyOf(bytes, bytes.length + longer);
    }

    private static UnaryOperator<AMessage> packed(UnaryOperator<byte[]> otherwise) {
        return message -> message.packed(otherwise);
    }

    private static UnaryOperator<AMessage> carries(String text, String instead) {
        return message -> message.carries(text, instead);
    }

    private static UnaryOperator<AMessage> carries(UnaryOperator<String> otherwise) {
        return message -> message.carries(otherwise);
    }
}
