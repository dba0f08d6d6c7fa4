package org.rechnungseingang.service.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.JoinDocuments.Attached;
import org.rechnungseingang.service.mail.OpenedMail.Part;
import org.rechnungseingang.service.mail.Unpacked.InvoiceFile;
import org.springframework.stereotype.Component;

/**
 * Finds the invoices in a mail and what belongs to them, by content and never by name alone. Whatever claims to be an
 * invoice is one: what is wrong with it the check says, to its sender.
 */
@Component
class UnpackMail {

    private static final Duration FOR_ALL_PDFS = Duration.ofMinutes(2);

    private final PdfExtraction pdfs;

    UnpackMail(PdfExtraction pdfs) {
        this.pdfs = pdfs;
    }

    /**
     * Unpacks it.
     *
     * @throws MailRefused if it breaks a bound
     */
    Unpacked unpack(byte[] raw) {
        OpenedMail mail = OpenMail.open(raw);
        Sorting sorting = new Sorting();
        mail.parts().forEach(sorting::sort);
        return sorting.result(mail, raw);
    }

    /** Parts going to their piles. */
    private final class Sorting {

        // By the bytes of the invoice's XML, so that a ZUGFeRD PDF and its XML beside it are one invoice.
        private final Map<Sha256, List<Part>> invoices = new LinkedHashMap<>();
        private final List<Part> perhaps = new ArrayList<>();
        private final List<Part> others = new ArrayList<>();
        private final long end = System.nanoTime() + FOR_ALL_PDFS.toNanos();

        void sort(Part part) {
            switch (Content.of(part.bytes())) {
                case XML -> xml(part);
                case PDF -> pdf(part);
                default -> {
                    if (isCalledXml(part)) {
                        invoice(part, part.bytes());
                    } else if (!part.shown()) {
                        others.add(part);
                    }
                }
            }
        }

        private void xml(Part part) {
            Root root = Root.of(part.bytes());
            if (root == Root.INVOICE || root == Root.UNREADABLE && isCalledXml(part)) {
                invoice(part, part.bytes());
            } else if (root == Root.OTHER && isCalledXml(part)) {
                perhaps.add(part);
            }
        }

        private void pdf(Part part) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The PDFs of a mail take too long");
            }
            PdfExtractionResult result = pdfs.extract(part.bytes());
            if (result instanceof PdfExtractionResult.Found found) {
                invoice(part, found.xml());
            } else if (result instanceof PdfExtractionResult.SeveralInvoices) {
                invoice(part, part.bytes());
            } else if (result instanceof PdfExtractionResult.NoInvoice) {
                others.add(part);
            } else {
                perhaps.add(part);
            }
        }

        private void invoice(Part part, byte[] xml) {
            invoices.computeIfAbsent(Sha256.of(xml), hash -> new ArrayList<>()).add(part);
        }

        Unpacked result(OpenedMail mail, byte[] raw) {
            if (!invoices.isEmpty()) {
                others.addAll(perhaps);
            } else {
                perhaps.forEach(part -> invoice(part, part.bytes()));
            }
            List<InvoiceFile> found =
                    invoices.values().stream().map(UnpackMail::invoice).toList();
            return new Unpacked(mail, found.isEmpty() ? List.of(whole(mail, raw)) : found, attached(others));
        }
    }

    private static boolean isCalledXml(Part part) {
        return part.name()
                        .map(name -> name.toLowerCase(Locale.ROOT).strip().endsWith(".xml"))
                        .orElse(false)
                || !part.shown()
                        && (part.type().equals("application/xml") || part.type().equals("text/xml"));
    }

    // The XML is the original, where it came by itself.
    private static InvoiceFile invoice(List<Part> same) {
        Part original = same.stream()
                .filter(part -> Content.of(part.bytes()) != Content.PDF)
                .findFirst()
                .orElse(same.get(0));
        List<Part> rest = same.stream().filter(part -> part != original).toList();
        return new InvoiceFile(original.name(), original.bytes(), attached(rest));
    }

    // Nobody finds an invoice here: a person sees the mail as it came.
    private static InvoiceFile whole(OpenedMail mail, byte[] raw) {
        String name = mail.subject().isBlank() ? "E-Mail" : mail.subject().replaceAll("[/\\\\]", "-");
        return new InvoiceFile(Optional.of(name + ".eml"), raw, List.of());
    }

    private static List<Attached> attached(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> SupportingType.of(part.bytes(), Content.of(part.bytes()))
                        .or(() -> isCalledXml(part) ? Optional.of("application/xml") : Optional.empty())
                        .map(type -> new Attached(part.name().orElse(""), type, part.bytes()))
                        .stream())
                .toList();
    }
}
