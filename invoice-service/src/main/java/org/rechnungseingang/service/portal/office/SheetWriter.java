package org.rechnungseingang.service.portal.office;

import static java.util.function.Predicate.not;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;

/** Writes fields with their findings at them: a field is shown if it has a value or a finding speaks of it. */
final class SheetWriter {

    private final Wording wording;
    private final Notation notation;
    private final List<FindingView> findings;
    private final Set<String> anchors = new HashSet<>();

    SheetWriter(Wording wording, Notation notation, List<FindingView> findings) {
        this.wording = wording;
        this.notation = notation;
        this.findings = findings;
    }

    Wording wording() {
        return wording;
    }

    Notation notation() {
        return notation;
    }

    /** A group of the fields that are written into it; empty if there is none. */
    List<Sheet.Group> group(String title, Consumer<Fields> content) {
        return group(title, "fields", findings, content);
    }

    /** A column of amounts. */
    List<Sheet.Group> sums(String title, Consumer<Fields> content) {
        return group(title, "sums", findings, content);
    }

    /** A group of an invoice line: only the findings of that line speak of its fields. */
    List<Sheet.Group> lineGroup(String title, int line, Consumer<Fields> content) {
        return group(title, "fields", ofLine(line), content);
    }

    /** The findings of an invoice line, counted from 1. */
    List<FindingView> ofLine(int line) {
        return findings.stream()
                .filter(finding -> finding.line().orElse(-1) == line)
                .toList();
    }

    private List<Sheet.Group> group(String title, String shape, List<FindingView> relevant, Consumer<Fields> content) {
        Fields fields = new Fields(relevant);
        content.accept(fields);
        return fields.written.isEmpty() ? List.of() : List.of(new Sheet.Group(title, shape, fields.written));
    }

    String money(Money amount) {
        return notation.money(amount.amount(), amount.currency());
    }

    /** The fields of one group. */
    final class Fields {

        private final List<FindingView> relevant;
        private final List<Sheet.Field> written = new ArrayList<>();

        private Fields(List<FindingView> relevant) {
            this.relevant = relevant;
        }

        Fields text(BusinessTerm term, Optional<String> value) {
            return add(
                    term, value.filter(not(String::isBlank)).map(Received::text).orElse(""), false, "");
        }

        /** A part of what is written as a whole elsewhere: shown on its own only where a finding speaks of it. */
        Fields found(BusinessTerm term, Optional<String> value) {
            return notes(term).isEmpty() ? this : text(term, value);
        }

        Fields identifier(BusinessTerm term, Optional<Identifier> value) {
            return text(term, value.map(Identifier::toString));
        }

        Fields code(BusinessTerm term, String list, Optional<String> value) {
            return text(term, value.map(code -> wording.code(list, code)));
        }

        Fields date(BusinessTerm term, Optional<LocalDate> value) {
            return text(term, value.map(notation::date));
        }

        Fields money(BusinessTerm term, Optional<Money> value) {
            return text(term, value.map(SheetWriter.this::money));
        }

        Fields percent(BusinessTerm term, Optional<BigDecimal> value) {
            return text(term, value.map(notation::percent));
        }

        /** A file that can be saved. */
        Fields file(BusinessTerm term, String name, String href) {
            return add(term, Received.text(name), false, href);
        }

        /** An amount that the ones above it lead to. */
        Fields total(BusinessTerm term, Optional<Money> value) {
            return add(term, value.map(SheetWriter.this::money).orElse(""), true, "");
        }

        /** What is no field of the norm, in words of ours. */
        Fields plain(String label, String value) {
            written.add(new Sheet.Field("", "", label, value, List.of(), false, ""));
            return this;
        }

        private Fields add(BusinessTerm term, String value, boolean strong, String href) {
            List<FindingView.Note> notes = notes(term);
            if (!value.isEmpty() || !notes.isEmpty()) {
                String anchor = "field-" + term.id();
                // An id may stand on a page only once; repeated fields keep it at the first.
                String id = anchors.add(anchor) ? anchor : "";
                written.add(new Sheet.Field(id, term.id(), wording.term(term), value, notes, strong, href));
            }
            return this;
        }

        private List<FindingView.Note> notes(BusinessTerm term) {
            return relevant.stream()
                    .filter(finding -> finding.terms().stream()
                            .anyMatch(mention -> mention.id().equals(term.id())))
                    .map(FindingView::note)
                    .toList();
        }
    }
}
