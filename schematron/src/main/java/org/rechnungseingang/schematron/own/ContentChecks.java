package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.PaymentTerms;
import org.rechnungseingang.invoice.Reading.Read;
import org.rechnungseingang.schematron.own.OwnCheck.Sighting;

/** What an invoice says of itself: its profile, its kind, its dates, its cash discount. */
final class ContentChecks {

    private static final Set<BusinessTerm> DATES = Set.of(BT_2, BT_7, BT_9, BT_26, BT_72, BT_73, BT_74, BT_134, BT_135);

    /** Processes of Peppol, and the short names that EN 16931 (P1 …) and Factur-X (A1 …) give. */
    private static final Pattern PROCESS =
            Pattern.compile("urn:fdc:peppol\\.eu:2017:poacc:(self)?billing:[0-9]{2}:1\\.0|[A-Z][0-9]{1,2}");

    private static final Pattern SKONTO = Pattern.compile("(?i)\\bskonto");
    private static final Pattern NO_SKONTO =
            Pattern.compile("(?i)\\b(ohne|keine?n?|without|no)\\b[^.\\n]{0,20}\\bskonto");

    private ContentChecks() {}

    /** @param profiles the profile ids (BT-24) that there are rule sets for */
    static List<OwnCheck> all(Set<String> profiles) {
        return List.of(
                OwnCheck.note("OWN-PROFILE-UNKNOWN", Set.of(), subject -> unknownProfile(subject.invoice(), profiles)),
                OwnCheck.note(
                        "OWN-PROCESS-UNKNOWN",
                        Set.of("PEPPOL-EN16931-R001", "PEPPOL-EN16931-R007"),
                        subject -> unknownProcess(subject.invoice())),
                OwnCheck.warning(
                        "OWN-DATE", Set.of("CII-DT-097"), subject -> unreadable(subject.read(), DATES::contains)),
                OwnCheck.warning(
                        "OWN-CREDIT-NOTE-ROOT",
                        Set.of("BR-CL-01", "PEPPOL-EN16931-P0100"),
                        subject -> creditNoteInInvoice(subject.invoice())),
                OwnCheck.warning(
                        "OWN-CORRECTION-REFERENCE",
                        Set.of("BR-DE-26", "BR-55"),
                        subject -> correctionOfNothing(subject.invoice())),
                OwnCheck.warning("OWN-SKONTO-LINE", Set.of("BR-DE-18"), subject -> unreadableSkonto(subject.read())),
                OwnCheck.note("OWN-SKONTO-TEXT", Set.of("BR-DE-18"), subject -> skontoInWords(subject.invoice())));
    }

    /** Fields of these terms whose text is no value of their kind. */
    static Stream<Sighting> unreadable(Read read, Predicate<BusinessTerm> terms) {
        return read.unreadable().stream()
                .filter(field -> terms.test(field.term()))
                .map(field -> Sighting.of(field.text(), field.term()).with("Zeile / line " + field.line()));
    }

    static boolean isDate(BusinessTerm term) {
        return DATES.contains(term);
    }

    private static Stream<Sighting> unknownProfile(Invoice invoice, Set<String> profiles) {
        return invoice
                .processControl()
                .specification()
                .filter(profile -> !profiles.contains(profile))
                .map(profile -> Sighting.of(profile, BT_24))
                .stream();
    }

    private static Stream<Sighting> unknownProcess(Invoice invoice) {
        return invoice
                .processControl()
                .businessProcess()
                .filter(process -> !PROCESS.matcher(process).matches())
                .map(process -> Sighting.of(process, BT_23))
                .stream();
    }

    private static Stream<Sighting> creditNoteInInvoice(Invoice invoice) {
        return invoice.syntax() == org.rechnungseingang.invoice.Syntax.UBL_INVOICE
                ? ofType(invoice, "381")
                : Stream.of();
    }

    private static Stream<Sighting> correctionOfNothing(Invoice invoice) {
        return invoice.precedingInvoices().isEmpty()
                ? ofType(invoice, "384").map(sighting -> Sighting.of(sighting.value(), BT_3, BG_3))
                : Stream.of();
    }

    private static Stream<Sighting> ofType(Invoice invoice, String code) {
        return invoice.typeCode().filter(code::equals).map(type -> Sighting.of(type, BT_3)).stream();
    }

    /** Lines that were meant as a discount; other lines with a # in front are free text outside XRechnung. */
    private static Stream<Sighting> unreadableSkonto(Read read) {
        Stream<Sighting> lines = read.content().paymentTerms().stream()
                .flatMap(terms -> terms.malformedLines().stream())
                .filter(line -> SKONTO.matcher(line).find())
                .map(line -> Sighting.of(line, BT_20).with("#SKONTO#TAGE=14#PROZENT=2.00#"));
        return Stream.concat(lines, unreadable(read, BT_20::equals));
    }

    private static Stream<Sighting> skontoInWords(Invoice invoice) {
        return invoice
                .paymentTerms()
                .filter(terms ->
                        terms.skonti().isEmpty() && terms.malformedLines().isEmpty())
                .map(PaymentTerms::freeText)
                .filter(text ->
                        SKONTO.matcher(text).find() && !NO_SKONTO.matcher(text).find())
                .map(text -> Sighting.of(text, BT_20))
                .stream();
    }
}
