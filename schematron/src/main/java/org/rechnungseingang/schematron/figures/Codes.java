package org.rechnungseingang.schematron.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Attachment;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Payee;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;

/** Codes that are in no list (BR-CL-*, and the Extension's BR-DEX-04 to 08): the code that stands there. */
final class Codes {

    /** Rules about an attribute; the finding's value is that of the element which bears it. */
    private static final Set<String> OF_SCHEMES = Set.of(
            "BR-CL-07",
            "BR-CL-10",
            "BR-CL-11",
            "BR-CL-13",
            "BR-CL-21",
            "BR-CL-25",
            "BR-CL-26",
            "BR-DEX-04",
            "BR-DEX-05",
            "BR-DEX-06",
            "BR-DEX-07",
            "BR-DEX-08");

    /** A currency beside an amount, or a subject within a note: what stands there is more than the code. */
    private static final Set<String> UNCLEAR = Set.of("BR-CL-03", "BR-CL-08");

    private Codes() {}

    static Optional<Explanation> of(Finding finding, Invoice invoice) {
        String rule = finding.rule();
        if (UNCLEAR.contains(rule)) {
            return Optional.empty();
        }
        if (OF_SCHEMES.contains(rule)) {
            return finding.value().flatMap(value -> scheme(value, invoice));
        }
        return switch (rule) {
            case "BR-DE-17" -> invoice.typeCode().flatMap(Codes::code);
            case "BR-CL-23" -> unit(finding, invoice).flatMap(Codes::code);
            case "BR-CL-24" -> only(mimeCodes(invoice)).flatMap(Codes::code);
            default -> finding.value().flatMap(Codes::code);
        };
    }

    private static Optional<Explanation> code(String code) {
        return code.isBlank()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "In der Rechnung steht der Code „%s“.",
                        "The code in the invoice is \"%s\".", Figure.text(code)));
    }

    private static Optional<Explanation> scheme(String value, Invoice invoice) {
        List<String> schemes = identifiers(invoice)
                .filter(identifier -> Finding.shorten(identifier.value()).equals(value))
                .flatMap(identifier -> identifier.scheme().stream())
                .distinct()
                .toList();
        return only(schemes)
                .map(scheme -> Sentence.of(
                        "Als Verzeichnis der Kennung „%s“ ist „%s“ angegeben.",
                        "The scheme given for the identifier \"%s\" is \"%s\".",
                        Figure.text(value),
                        Figure.text(scheme)));
    }

    private static Optional<String> unit(Finding finding, Invoice invoice) {
        boolean ofPrice = finding.location().contains("Bas");
        return Position.line(finding, invoice)
                .map(Position.Line::line)
                .flatMap(line -> ofPrice ? line.price().baseQuantityUnit() : line.unit());
    }

    private static List<String> mimeCodes(Invoice invoice) {
        return invoice.attachments().stream()
                .map(Attachment::mimeCode)
                .flatMap(Optional::stream)
                .toList();
    }

    /** With several of them nobody could tell which one is meant. */
    private static Optional<String> only(List<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static Stream<Identifier> identifiers(Invoice invoice) {
        Stream<Optional<Identifier>> parties = Stream.of(
                invoice.seller().legalRegistration(),
                invoice.seller().electronicAddress(),
                invoice.buyer().identifier(),
                invoice.buyer().legalRegistration(),
                invoice.buyer().electronicAddress(),
                invoice.payee().flatMap(Payee::identifier),
                invoice.payee().flatMap(Payee::legalRegistration),
                invoice.delivery().flatMap(delivery -> delivery.location()),
                invoice.references().invoicedObject());
        return Stream.of(
                        parties.flatMap(Optional::stream),
                        invoice.seller().identifiers().stream(),
                        invoice.lines().stream()
                                .flatMap(SumFigures::withSubLines)
                                .flatMap(Codes::identifiers))
                .flatMap(stream -> stream);
    }

    private static Stream<Identifier> identifiers(InvoiceLine line) {
        return Stream.of(
                        line.objectIdentifier().stream(),
                        line.item().standardIdentifier().stream(),
                        line.item().classifications().stream())
                .flatMap(stream -> stream);
    }
}
