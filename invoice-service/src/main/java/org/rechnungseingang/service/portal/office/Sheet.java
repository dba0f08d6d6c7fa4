package org.rechnungseingang.service.portal.office;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Tone;

/**
 * A part of an invoice as it is shown: what was received, in groups and tables. Values are text as received or written
 * in the reader's notation; the templates escape every one of them.
 *
 * @param parties groups that stand side by side
 * @param groups groups one below the other
 * @param tables tables after them
 * @param closing groups at the end
 */
record Sheet(List<Group> parties, List<Group> groups, List<Table> tables, List<Group> closing) {

    static final Sheet EMPTY = new Sheet(List.of(), List.of(), List.of(), List.of());

    public boolean isEmpty() {
        return parties.isEmpty() && groups.isEmpty() && tables.isEmpty() && closing.isEmpty();
    }

    /** Every field that is shown. */
    Stream<Field> fields() {
        return Stream.of(parties, groups, closing).flatMap(List::stream).flatMap(group -> group.fields().stream());
    }

    /**
     * Fields that belong together.
     *
     * @param title the heading
     * @param shape the style class of the list: {@code fields} or {@code sums}
     * @param fields the fields
     */
    record Group(String title, String shape, List<Field> fields) {}

    /**
     * A field of the invoice.
     *
     * @param anchor its id in the page, or empty text
     * @param term its number in the norm
     * @param label its name
     * @param value what stands there; empty text if nothing does
     * @param notes the findings that speak of it
     * @param strong whether it is the sum of what stands above it
     * @param href where in this service the file that it speaks of can be saved, or empty text
     */
    record Field(
            String anchor,
            String term,
            String label,
            String value,
            List<FindingView.Note> notes,
            boolean strong,
            String href) {

        private static final int LONGEST_SHORT_VALUE = 60;

        /** Whether it is prose and needs the whole width. */
        public boolean wide() {
            return value.length() > LONGEST_SHORT_VALUE;
        }

        /** The gravest of its findings decides how it looks; empty text without one. */
        public String tone() {
            return notes.stream()
                    .map(FindingView.Note::tone)
                    .max(Comparator.naturalOrder())
                    .map(Tone::css)
                    .orElse("");
        }
    }

    /**
     * Figures in rows.
     *
     * @param title the heading
     * @param columns the columns
     * @param rows the rows
     * @param more the text of the link to the rest, or empty text
     * @param moreHref where the rest is, or empty text
     */
    record Table(String title, List<Column> columns, List<Row> rows, String more, String moreHref) {}

    /** A column; figures are aligned to the right. */
    record Column(String label, boolean numeric) {}

    /** A row. */
    record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param text what stands there, or empty text
     * @param second what stands below it in small, or empty text
     * @param notes the findings that speak of it
     * @param wide whether it takes the whole width where rows are laid out as cards
     */
    record Cell(String text, String second, List<FindingView.Note> notes, boolean wide) {

        static Cell of(String text) {
            return new Cell(Received.text(text), "", List.of(), false);
        }

        public boolean isEmpty() {
            return text.isEmpty() && second.isEmpty() && notes.isEmpty();
        }
    }
}
