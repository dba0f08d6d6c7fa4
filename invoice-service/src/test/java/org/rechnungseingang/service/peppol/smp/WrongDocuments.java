package org.rechnungseingang.service.peppol.smp;

import static org.rechnungseingang.service.peppol.smp.Answer.replacing;
import static org.rechnungseingang.service.peppol.smp.WrongAnswer.text;
import static org.rechnungseingang.service.peppol.smp.WrongAnswer.wrong;

import java.util.stream.Stream;

/** Answers that are something else than one signed document, or more. */
final class WrongDocuments {

    private static final String PARTS = "one ServiceMetadata, one signature and nothing else";
    private static final String ALGORITHM = "RSA-SHA256 over a canonical ds:SignedInfo";

    private WrongDocuments() {}

    static Stream<WrongAnswer> all() {
        return Stream.concat(documents(), wrapped());
    }

    private static Stream<WrongAnswer> documents() {
        return Stream.of(
                text("no XML", "no well-formed XML", () -> "Service temporarily not available"),
                text("nothing", "no well-formed XML", () -> ""),
                text("HTML", "is no SignedServiceMetadata but html", () -> "<html><body/></html>"),
                wrong("not whole", "no well-formed XML", answer -> answer.forged(all -> all.substring(0, 2_000))),
                wrong(
                        "DOCTYPE",
                        "DOCTYPE",
                        answer -> answer.forged(
                                replacing("<smp:SignedServiceMetadata", "<!DOCTYPE x><smp:SignedServiceMetadata"))),
                wrong(
                        "entities",
                        "DOCTYPE",
                        answer -> answer.forged(all -> replacing(
                                        "<smp:SignedServiceMetadata",
                                        "<!DOCTYPE x [<!ENTITY a \"https://evil.example.org\">]><smp:SignedServiceMetadata")
                                .apply(replacing(Answer.URL, "&a;").apply(all)))),
                wrong(
                        "an external entity",
                        "DOCTYPE",
                        answer -> answer.forged(all -> replacing(
                                        "<smp:SignedServiceMetadata",
                                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><smp:SignedServiceMetadata")
                                .apply(replacing(Answer.URL, "&a;").apply(all)))),
                wrong(
                        "too deep",
                        "nested",
                        answer -> answer.with(replacing(
                                "</smp:Endpoint>",
                                "<smp:Extension>" + "<a>".repeat(90) + "</a>".repeat(90)
                                        + "</smp:Extension></smp:Endpoint>"))),
                wrong(
                        "another root",
                        "is no SignedServiceMetadata",
                        answer -> answer.with(all -> all.replace("SignedServiceMetadata", "SignedMetadata"))),
                wrong(
                        "a root of another namespace",
                        "is no SignedServiceMetadata",
                        answer -> answer.with(all ->
                                all.replace("serviceMetadata/publishing/1.0/", "serviceMetadata/publishing/2.0/"))),
                text(
                        "metadata without an envelope",
                        "is no SignedServiceMetadata but smp:ServiceMetadata",
                        () -> new Answer()
                                .unsigned()
                                .replaceAll("</?smp:SignedServiceMetadata>", "")
                                .replace("<smp:SignedServiceMetadata", "<smp:ServiceMetadata")
                                .replaceFirst("<smp:ServiceMetadata>", "")));
    }

    /** What was signed is still there, but not where it is read. */
    private static Stream<WrongAnswer> wrapped() {
        return Stream.of(
                wrong(
                        "beside the signed metadata",
                        PARTS,
                        answer -> answer.forged(all ->
                                all.replace("<smp:ServiceMetadata>", forgedMetadata() + "<smp:ServiceMetadata>"))),
                wrong(
                        "the signed metadata in an extension",
                        PARTS,
                        answer -> answer.forged(all -> all.replace(
                                        "<smp:ServiceMetadata>",
                                        forgedMetadata() + "<smp:Extension><smp:ServiceMetadata>")
                                .replace("<Signature ", "</smp:Extension><Signature "))),
                wrong(
                        "the signed document in the signature",
                        ALGORITHM,
                        answer -> answer.forged(all -> {
                            String metadata = metadata(all);
                            return all.replace(metadata, forgedMetadata())
                                    .replace("</Signature>", "<Object>" + metadata + "</Object></Signature>");
                        })),
                wrong(
                        "the signature in the metadata",
                        PARTS,
                        answer -> answer.forged(all -> {
                            String signature =
                                    all.substring(all.indexOf("<Signature"), all.indexOf("</smp:SignedService"));
                            return all.replace(signature, "")
                                    .replace("</smp:ServiceMetadata>", signature + "</smp:ServiceMetadata>");
                        })),
                wrong(
                        "the signed document in another one",
                        PARTS,
                        answer -> answer.forged(all -> {
                            String document = all.substring(all.indexOf("<smp:Signed"));
                            return document.replace(metadata(all), forgedMetadata() + document);
                        })));
    }

    private static String metadata(String all) {
        String end = "</smp:ServiceMetadata>";
        return all.substring(all.indexOf("<smp:ServiceMetadata>"), all.indexOf(end) + end.length());
    }

    private static String forgedMetadata() {
        return metadata(
                new Answer().saying(Answer.URL, "https://evil.example.org").unsigned());
    }
}
