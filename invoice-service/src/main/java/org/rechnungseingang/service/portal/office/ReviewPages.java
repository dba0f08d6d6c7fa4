package org.rechnungseingang.service.portal.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.springframework.stereotype.Component;

/** Lays the review screen out from what the modules know of a case. */
@Component
class ReviewPages {

    private static final int LINES_ON_A_PAGE = 50;

    private final Wording wording;
    private final Notation notation;
    private final Rows rows;
    private final VerdictViews verdictViews;
    private final Trail trail;

    ReviewPages(Wording wording, Notation notation, Rows rows, VerdictViews verdictViews, Trail trail) {
        this.wording = wording;
        this.notation = notation;
        this.rows = rows;
        this.verdictViews = verdictViews;
        this.trail = trail;
    }

    /**
     * What a review is made of.
     *
     * @param entry the case
     * @param verdict the verdict, once there is one
     * @param invoice the invoice, where there is one and its part wants it
     * @param history what has happened
     * @param part the part to show
     * @param line the first line to show, counted from 1
     */
    record Material(
            RegisterEntry entry,
            Optional<StoredVerdict> verdict,
            Optional<Invoice> invoice,
            List<Entry> history,
            Part part,
            int line) {}

    ReviewPage page(Material material) {
        RegisterEntry entry = material.entry();
        List<FindingView> findings = FindingView.of(found(material, StoredVerdict::findings), wording);
        List<FindingView> own = FindingView.own(found(material, StoredVerdict::own), wording);
        List<FindingView> local = FindingView.local(found(material, StoredVerdict::local), wording);
        List<FindingView> all =
                Stream.of(findings, own, local).flatMap(List::stream).toList();
        String here = "/invoices/" + entry.receiptNumber();
        ReviewPage.Paging paging = material.part() == Part.DETAILS
                ? paging(material.invoice(), material.line(), here)
                : ReviewPage.Paging.NONE;
        return new ReviewPage(
                here + "?part=" + material.part().id(),
                head(entry),
                steps(entry, material.history()),
                mark(entry),
                material.verdict().isEmpty() && entry.mark() == Mark.OPEN,
                verdictViews.of(material.verdict(), entry.uncheckable()),
                findings,
                own,
                local,
                tabs(here, material.part()),
                material.part().id(),
                sheet(material, new SheetWriter(wording, notation, all), paging, here),
                paging,
                material.part() == Part.HISTORY ? trail.of(material.history()) : List.of());
    }

    private static List<Finding> found(Material material, Function<StoredVerdict, List<Finding>> of) {
        return material.verdict().map(of).orElse(List.of());
    }

    private static String mark(RegisterEntry entry) {
        if (entry.givenUp().isPresent()) {
            return "mark.failed";
        }
        return entry.mark() == Mark.OPEN ? "" : "mark." + entry.mark();
    }

    private ReviewPage.Head head(RegisterEntry entry) {
        return new ReviewPage.Head(
                Rows.title(entry),
                entry.number().map(Received::text).orElse(""),
                entry.format().orElse(""),
                entry.receiptNumber().text(),
                Phrase.of(
                        "review.received",
                        notation.minute(entry.receivedAt()),
                        wording.text("channel." + entry.channel())),
                entry.creditNote(),
                rows.amount(entry.payableCents(), entry.currency()),
                rows.discount(entry));
    }

    private List<ReviewPage.Step> steps(RegisterEntry entry, List<Entry> history) {
        return Stream.of(Station.values())
                .map(station -> new ReviewPage.Step(
                        "station." + station,
                        standing(station, entry.station()),
                        reached(station, entry, history).map(notation::minute).orElse("")))
                .toList();
    }

    private static String standing(Station station, Station now) {
        int order = station.compareTo(now);
        return order == 0 ? "current" : order < 0 ? "done" : "ahead";
    }

    private static Optional<Instant> reached(Station station, RegisterEntry entry, List<Entry> history) {
        return switch (station) {
            case RECEIVED -> Optional.of(entry.receivedAt());
            case CHECKED -> latest(history, "InvoiceChecked");
            case ASSIGNED -> latest(history, "InvoiceAssigned");
            case ORDERED -> latest(history, "InvoiceOrdered");
            case POSTED -> latest(history, "InvoicePosted");
            case PAID -> latest(history, "InvoicePaid");
        };
    }

    private static Optional<Instant> latest(List<Entry> history, String kind) {
        return history.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::at)
                .max(Instant::compareTo);
    }

    private static List<ReviewPage.Tab> tabs(String here, Part shown) {
        return Stream.of(Part.values())
                .map(part -> new ReviewPage.Tab("part." + part.id(), here + "?part=" + part.id(), part == shown))
                .toList();
    }

    private static Sheet sheet(Material material, SheetWriter writer, ReviewPage.Paging paging, String here) {
        return material.invoice()
                .map(invoice -> new Sheets(invoice, writer))
                .map(sheets -> switch (material.part()) {
                    case OVERVIEW -> sheets.overview(here + "?part=" + Part.DETAILS.id());
                    case DETAILS -> sheets.details(paging.first(), paging.last());
                    case EXTRAS -> sheets.extras();
                    case ATTACHMENTS -> sheets.attachments(here + "/attachments/");
                    case HISTORY -> Sheet.EMPTY;
                })
                .orElse(Sheet.EMPTY);
    }

    private static ReviewPage.Paging paging(Optional<Invoice> invoice, int line, String here) {
        int total = invoice.map(found -> found.lines().size()).orElse(0);
        if (total == 0) {
            return ReviewPage.Paging.NONE;
        }
        int first = Math.min(Math.max(1, line), total);
        int last = Math.min(total, first + LINES_ON_A_PAGE - 1);
        String to = here + "?part=" + Part.DETAILS.id() + "&line=";
        return new ReviewPage.Paging(
                first,
                last,
                total,
                first > 1 ? to + Math.max(1, first - LINES_ON_A_PAGE) : "",
                last < total ? to + (last + 1) : "");
    }
}
