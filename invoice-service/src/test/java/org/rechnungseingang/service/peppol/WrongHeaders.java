package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.Texts.instead;
import static org.rechnungseingang.service.peppol.Wrong.wrong;
import static org.rechnungseingang.service.peppol.as4.EbmsError.FEATURE_NOT_SUPPORTED;
import static org.rechnungseingang.service.peppol.as4.EbmsError.INVALID_HEADER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.MIME_INCONSISTENCY;
import static org.rechnungseingang.service.peppol.as4.EbmsError.PROCESSING_MODE_MISMATCH;
import static org.rechnungseingang.service.peppol.as4.EbmsError.VALUE_INCONSISTENT;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A header {@code eb:Messaging} that is signed and says what it should not. */
final class WrongHeaders {

    private static final String FROM = "<eb:From><eb:PartyId type=\"urn:fdc:peppol.eu:2017:identifiers:ap\">";

    private WrongHeaders() {}

    static Stream<Wrong> all() {
        return Stream.of(parties(), timestamps(), names(), shapes(), properties(), payloads())
                .flatMap(some -> some);
    }

    private static Stream<Wrong> parties() {
        return Stream.of(
                wrong("From is not who signs", VALUE_INCONSISTENT, says(">POP000200<", ">POP000300<")),
                wrong("From in the role of the receiver", VALUE_INCONSISTENT, says("/initiator<", "/responder<")),
                wrong(
                        "From of another type",
                        VALUE_INCONSISTENT,
                        says(
                                FROM,
                                FROM.replace(
                                        "peppol.eu:2017:identifiers:ap",
                                        "oasis:names:tc:ebcore:partyid-type:unregistered"))),
                wrong("From without type", VALUE_INCONSISTENT, says(FROM, "<eb:From><eb:PartyId>")),
                wrong("From twice", INVALID_HEADER, says(instead("eb:From", from -> from + from))),
                wrong("two PartyIds", INVALID_HEADER, says(instead("eb:PartyId", id -> id + id))),
                wrong("To another access point", PROCESSING_MODE_MISMATCH, says(">POP000100<", ">POP000300<")),
                wrong("To in the role of the sender", PROCESSING_MODE_MISMATCH, says("/responder<", "/initiator<")),
                wrong("another agreement", PROCESSING_MODE_MISMATCH, says(":tia:ap_provider", ":tia:none")),
                wrong("no agreement", PROCESSING_MODE_MISMATCH, without("eb:AgreementRef")));
    }

    private static Stream<Wrong> timestamps() {
        return Stream.of(
                wrong("too old", VALUE_INCONSISTENT, at(Duration.ofDays(-7).minusMinutes(1))),
                wrong("of the future", VALUE_INCONSISTENT, at(Duration.ofMinutes(11))),
                wrong("timestamp unreadable", INVALID_HEADER, timestamp("yesterday")),
                wrong("timestamp without zone", INVALID_HEADER, timestamp("2026-11-23T12:00:00")),
                wrong("timestamp out of all range", VALUE_INCONSISTENT, timestamp("+999999999-12-31T23:59:59-18:00")));
    }

    private static Stream<Wrong> names() {
        return Stream.of(
                wrong("no name", INVALID_HEADER, without("eb:MessageId")).withoutId(),
                wrong("name with a line break", INVALID_HEADER, name("a\nb")).withoutId(),
                wrong("name of 256 characters", INVALID_HEADER, name("a".repeat(256)))
                        .withoutId());
    }

    private static UnaryOperator<AMessage> name(String text) {
        return says(instead("eb:MessageId", id -> "<eb:MessageId>" + text + "</eb:MessageId>"));
    }

    private static Stream<Wrong> shapes() {
        return Stream.of(
                wrong("two UserMessages", FEATURE_NOT_SUPPORTED, says(instead("eb:UserMessage", one -> one + one))),
                wrong(
                        "a signal instead",
                        FEATURE_NOT_SUPPORTED,
                        message -> message.says(soap -> soap.replace("eb:UserMessage", "eb:SignalMessage"))),
                wrong(
                        "a signal beside",
                        FEATURE_NOT_SUPPORTED,
                        says("</eb:UserMessage>", "</eb:UserMessage><eb:SignalMessage/>")),
                wrong(
                                "two eb:Messaging",
                                INVALID_HEADER,
                                says(instead("eb:Messaging", one -> one + one.replace("\"messaging\"", "\"other\""))))
                        .withoutId(),
                wrong("no eb:Messaging", INVALID_HEADER, message -> message.forged(instead("eb:Messaging", one -> "")))
                        .withoutId(),
                wrong("no CollaborationInfo", INVALID_HEADER, without("eb:CollaborationInfo")),
                wrong("no PartyInfo", INVALID_HEADER, without("eb:PartyInfo")),
                wrong("no Action", INVALID_HEADER, without("eb:Action")),
                wrong("two Actions", INVALID_HEADER, says(instead("eb:Action", one -> one + one))));
    }

    private static Stream<Wrong> properties() {
        return Stream.of(
                wrong("no properties", INVALID_HEADER, without("eb:MessageProperties")),
                wrong("no originalSender", INVALID_HEADER, says("\"originalSender\"", "\"sender\"")),
                wrong("no finalRecipient", INVALID_HEADER, says("\"finalRecipient\"", "\"recipient\"")),
                wrong("finalRecipient twice", INVALID_HEADER, says("\"originalSender\"", "\"finalRecipient\"")),
                wrong(
                        "originalSender is not the envelope's",
                        VALUE_INCONSISTENT,
                        says(Templates.SENDER, "0088:4012345000016")),
                wrong(
                        "finalRecipient is not the envelope's",
                        VALUE_INCONSISTENT,
                        says(AMessage.RECEIVER, "0204:05117-31001-02")),
                wrong(
                        "finalRecipient of another scheme",
                        VALUE_INCONSISTENT,
                        says("\"finalRecipient\" type=\"iso6523-actorid-upis\"", "\"finalRecipient\" type=\"other\"")),
                wrong("Service is not the envelope's", VALUE_INCONSISTENT, says(Templates.PROCESS, "urn:other")),
                wrong("Service of another type", VALUE_INCONSISTENT, says("cenbii-procid-ubl", "other")),
                wrong("Action is not the envelope's", VALUE_INCONSISTENT, says("2::Invoice##", "2::CreditNote##")),
                wrong("Action without scheme", VALUE_INCONSISTENT, says("busdox-docid-qns::", "")));
    }

    private static Stream<Wrong> payloads() {
        return Stream.of(
                wrong("another href", MIME_INCONSISTENCY, says("href=\"cid:invoice-", "href=\"cid:other-")),
                wrong("href wrongly percent-coded", MIME_INCONSISTENCY, says("href=\"cid:", "href=\"cid:%zz")),
                wrong(
                        "href to the body",
                        FEATURE_NOT_SUPPORTED,
                        says(instead("eb:PartInfo", one -> one.replaceFirst("href=\"[^\"]*\"", "href=\"#body\"")))),
                wrong(
                        "no href",
                        FEATURE_NOT_SUPPORTED,
                        says(instead("eb:PartInfo", one -> one.replaceFirst("href=\"[^\"]*\"", "")))),
                wrong("no PayloadInfo", INVALID_HEADER, without("eb:PayloadInfo")),
                wrong("two PartInfos", FEATURE_NOT_SUPPORTED, says(instead("eb:PartInfo", one -> one + one))),
                wrong(
                        "compressed by something unknown",
                        FEATURE_NOT_SUPPORTED,
                        says(">application/gzip<", ">application/zip<")),
                wrong(
                        "compressed twice over",
                        INVALID_HEADER,
                        says(instead("eb:PartProperties", all -> all.replace("\"MimeType\"", "\"CompressionType\"")))));
    }

    private static UnaryOperator<AMessage> at(Duration fromNow) {
        return message -> timestamp(Instant.now().plus(fromNow).toString()).apply(message);
    }

    private static UnaryOperator<AMessage> timestamp(String text) {
        return says(instead("eb:Timestamp", one -> "<eb:Timestamp>" + text + "</eb:Timestamp>"));
    }

    private static UnaryOperator<AMessage> without(String element) {
        return says(instead(element, one -> ""));
    }

    private static UnaryOperator<AMessage> says(String text, String instead) {
        return message -> message.says(text, instead);
    }

    private static UnaryOperator<AMessage> says(UnaryOperator<String> otherwise) {
        return message -> message.says(otherwise);
    }
}
