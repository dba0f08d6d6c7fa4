package org.rechnungseingang.service.portal.office;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.AllowanceCharge;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Item;
import org.rechnungseingang.invoice.ItemAttribute;
import org.rechnungseingang.invoice.Period;
import org.rechnungseingang.invoice.Price;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Received;

/** Writes the lines of an invoice: the first of them as a table, and each with all that it says. */
final class Lines {

    /** So many lines stand in the overview. */
    private static final int IN_OVERVIEW = 20;

    private final SheetWriter writer;
    private final Amounts amounts;

    Lines(SheetWriter writer) {
        this.writer = writer;
        this.amounts = new Amounts(writer);
    }

    List<Sheet.Table> firstOf(Invoice invoice, String href) {
        List<InvoiceLine> lines = invoice.lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        String more = lines.size() > IN_OVERVIEW ? writer.wording().text("sheet.lines.all", lines.size()) : "";
        List<Sheet.Row> rows = IntStream.range(0, Math.min(lines.size(), IN_OVERVIEW))
                .mapToObj(at -> row(lines.get(at), at + 1))
                .toList();
        return List.of(new Sheet.Table(writer.wording().text("sheet.lines.title"), columns(), rows, more, href));
    }

    private List<Sheet.Column> columns() {
        return List.of(
                column("sheet.line.number", false),
                column("sheet.line.item", false),
                column("sheet.line.quantity", true),
                column("sheet.line.price", true),
                column("sheet.line.net", true));
    }

    private Sheet.Column column(String key, boolean numeric) {
        return new Sheet.Column(writer.wording().text(key), numeric);
    }

    private Sheet.Row row(InvoiceLine line, int number) {
        List<FindingView.Note> notes =
                writer.ofLine(number).stream().map(FindingView::note).toList();
        return new Sheet.Row(List.of(
                Sheet.Cell.of(line.identifier().orElse("")),
                new Sheet.Cell(
                        line.item().name().map(Received::text).orElse(""),
                        line.item().description().map(Received::text).orElse(""),
                        notes,
                        true),
                Sheet.Cell.of(amounts.quantity(line.quantity(), line.unit())),
                Sheet.Cell.of(price(line.price())),
                Sheet.Cell.of(line.netAmount().map(writer::money).orElse(""))));
    }

    private String price(Price price) {
        String net = price.net().map(writer::money).orElse("");
        return price.baseQuantity()
                .filter(base -> base.compareTo(BigDecimal.ONE) != 0)
                .map(base -> net + " / " + amounts.quantity(Optional.of(base), price.baseQuantityUnit()))
                .orElse(net);
    }

    /** The lines from one to another, counted from 1, each as a group. */
    List<Sheet.Group> all(List<InvoiceLine> lines, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> group(lines.get(number - 1), number))
                .flatMap(List::stream)
                .toList();
    }

    private List<Sheet.Group> group(InvoiceLine line, int number) {
        String title = writer.wording()
                .text("sheet.line", line.identifier().map(Received::text).orElse("–"));
        List<Sheet.Group> groups = new ArrayList<>(writer.lineGroup(title, number, fields -> {
            item(fields, line.item());
            figures(fields, line);
            line.allowances().forEach(change -> fields.text(BG_27, written(change)));
            line.charges().forEach(change -> fields.text(BG_28, written(change)));
            fields.text(BG_26, line.period().map(this::written))
                    .text(BT_132, line.orderLine())
                    .identifier(BT_128, line.objectIdentifier())
                    .text(BT_133, line.accountingReference())
                    .text(BT_127, line.note());
        }));
        // Lines below a line (Extension only) have no place of their own in the findings.
        line.subLines().forEach(sub -> groups.addAll(group(sub, 0)));
        return groups;
    }

    private void item(SheetWriter.Fields fields, Item item) {
        fields.text(BT_153, item.name())
                .text(BT_154, item.description())
                .text(BT_155, item.sellersIdentifier())
                .text(BT_156, item.buyersIdentifier())
                .identifier(BT_157, item.standardIdentifier())
                .text(BT_158, joined(item.classifications().stream().map(Identifier::toString)))
                .text(BT_159, item.originCountry())
                .text(BG_32, joined(item.attributes().stream().map(Lines::written)));
    }

    private void figures(SheetWriter.Fields fields, InvoiceLine line) {
        fields.text(BT_129, Optional.of(amounts.quantity(line.quantity(), line.unit())))
                .found(BT_130, line.unit())
                .text(BT_146, Optional.of(price(line.price())))
                .money(BT_148, line.price().gross())
                .money(BT_147, line.price().discount())
                .found(BT_149, line.price().baseQuantity().map(writer.notation()::figure))
                .percent(BT_152, line.vatRate())
                .code(BT_151, "vat", line.vatCategory())
                .money(BT_131, line.netAmount());
    }

    private Optional<String> written(AllowanceCharge change) {
        return joined(Stream.of(
                        change.reason(),
                        change.percentage().map(writer.notation()::percent),
                        change.amount().map(writer::money))
                .flatMap(Optional::stream));
    }

    private String written(Period period) {
        String start = period.start().map(writer.notation()::date).orElse("…");
        return start + "–" + period.end().map(writer.notation()::date).orElse("…");
    }

    private static String written(ItemAttribute attribute) {
        return attribute.name().orElse("–") + ": " + attribute.value().orElse("–");
    }

    private static Optional<String> joined(Stream<String> parts) {
        return Optional.of(parts.collect(Collectors.joining("\n")));
    }
}
