package org.rechnungseingang.service.portal.supplier;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.notice.CaseStatus;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a supplier without an account follows his invoice. A wrong secret finds as little as a wrong number. */
@Screen
class FollowInvoice {

    private final StatusPages pages;
    private final Wording wording;
    private final Notation notation;

    FollowInvoice(StatusPages pages, Wording wording, Notation notation) {
        this.pages = pages;
        this.wording = wording;
        this.notation = notation;
    }

    @GetMapping("/status/{receiptNumber}/{secret}")
    String show(
            @PathVariable String receiptNumber,
            @PathVariable String secret,
            HttpServletResponse response,
            Model model) {
        CaseStatus status = ReceiptNumber.of(receiptNumber)
                .flatMap(number -> pages.find(number, secret))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("status", page(status));
        return "status";
    }

    private StatusPage page(CaseStatus status) {
        InvoiceCase invoice = status.invoice();
        return new StatusPage(
                invoice.receiptNumber().text(),
                notation.minute(invoice.receivedAt()),
                steps(invoice.station()),
                invoice.mark() == Mark.OPEN ? "" : "mark." + invoice.mark(),
                next(status),
                status.remark().map(Received::text).orElse(""),
                FindingView.of(
                        status.verdict().map(StoredVerdict::findings).orElse(List.of()).stream()
                                .filter(finding -> finding.level().blocks())
                                .toList(),
                        wording),
                FindingView.own(
                        status.verdict()
                                .map(StoredVerdict::forSupplier)
                                .map(StoredVerdict::own)
                                .orElse(List.of()),
                        wording),
                status.verdict()
                        .map(StoredVerdict::outcome)
                        .filter(FollowInvoice::isNoInvoice)
                        .isPresent());
    }

    private static boolean isNoInvoice(CheckOutcome outcome) {
        return outcome != CheckOutcome.ACCEPT && outcome != CheckOutcome.REJECT;
    }

    private static String next(CaseStatus status) {
        InvoiceCase invoice = status.invoice();
        boolean going = invoice.mark() == Mark.OPEN;
        return going ? "status.next." + invoice.station() : "status.next." + invoice.mark();
    }

    private static List<StatusPage.Step> steps(Station now) {
        return Stream.of(Station.values())
                .map(station -> new StatusPage.Step("station." + station, standing(station.compareTo(now))))
                .toList();
    }

    private static String standing(int order) {
        return order == 0 ? "current" : order < 0 ? "done" : "ahead";
    }
}
