package org.rechnungseingang.schematron;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rechnungseingang.document.Document;

/**
 * One of our small cases: an invoice, what is changed in it, and every finding that the official rules then have.
 *
 * @param base the invoice that is changed: another case by its name, or a document
 * @param rules the rule set by its name; empty if the invoice says it itself
 * @param expected rule and level of all findings, sorted
 * @param stopped the rules that say what the schema says too, so that the document does not come as far as them
 */
record SmallCase(
        String name,
        Optional<SmallCase> base,
        String document,
        Optional<String> rules,
        List<Change> changes,
        List<String> expected,
        List<String> stopped) {

    static final LocalDate ON = LocalDate.of(2026, 11, 1);

    Document invoice() {
        return changed().document();
    }

    SmallInvoice changed() {
        SmallInvoice invoice = base.map(SmallCase::changed).orElseGet(() -> SmallInvoice.of(document));
        changes.forEach(change -> change.applyTo(invoice));
        return invoice;
    }

    Verdict checkedBy(Validator validator) {
        return rules.map(set -> validator.check(invoice(), ON, set).orElseThrow())
                .orElseGet(() -> validator.check(invoice(), ON));
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Reads cases from a text: each begins with {@code = name}. Many of one shape stand in a table, one a line:
     *
     * <pre>
     * table name of a case, name of another
     * try BR-01 error, BR-02 error: remove //ram:ID ; set //ram:Name = AB
     * stop BR-03: remove //ram:IssueDateTime
     * </pre>
     *
     * Each line is tried on each of the cases; the rule that it is for comes first. What {@code stop} names is kept from
     * firing by the schema.
     */
    static final class Reader {

        private final Map<String, SmallCase> cases = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<String> expected = new ArrayList<>();
        private final List<String> stopped = new ArrayList<>();
        private final List<String> bases = new ArrayList<>();
        private String name = "";
        private String base = "";
        private String rules = "";
        private String place = "";

        static List<SmallCase> all() {
            return List.copyOf(official().cases.values());
        }

        /** These, and what is of use to the engines alone, whatever the schema says of it. */
        static List<SmallCase> forEngines() {
            Reader reader = official();
            reader.read("engines");
            return List.copyOf(reader.cases.values());
        }

        private static Reader official() {
            Reader reader = new Reader();
            List.of(
                            "xrechnung",
                            "xrechnung-rules",
                            "extension",
                            "cen-cii",
                            "cen-cii-rules",
                            "cen-ubl",
                            "cen-ubl-rules",
                            "peppol",
                            "peppol-rules",
                            "facturx",
                            "facturx-rules")
                    .forEach(reader::read);
            return reader;
        }

        private void read(String file) {
            try (InputStream stream = SmallCase.class.getResourceAsStream("cases/" + file + ".txt");
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
                lines.lines().map(String::strip).forEach(this::take);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            end();
        }

        private void take(String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            String verb = line.substring(0, line.indexOf(' '));
            String rest = line.substring(verb.length()).strip();
            switch (verb) {
                case "=" -> begin(rest);
                case "base" -> base = rest;
                case "rules" -> rules = rest;
                case "at" -> place = rest;
                case "unknown" -> unknown(rest.split("\\s+", 2));
                case "expect" -> List.of(rest.split("\\s*,\\s*")).forEach(this::expect);
                case "table" -> table(rest);
                case "try", "stop" -> attempt(verb, rest.split(": ", 2));
                default -> changes.add(new Change(line));
            }
        }

        private void begin(String next) {
            end();
            name = next;
            rules = "";
        }

        /** An element that the place must not have, and the rule that says so. */
        private void unknown(String[] parts) {
            changes.add(new Change("make " + place + " " + parts[0]));
            expect(parts[1]);
        }

        private void table(String names) {
            end();
            bases.clear();
            List.of(names.split("\\s*,\\s*")).forEach(bases::add);
        }

        private void attempt(String verb, String[] parts) {
            List<String> rules = List.of(parts[0].split("\\s*,\\s*"));
            for (String each : bases) {
                begin(each + " | " + rules.get(0).split(" ")[0] + " | " + parts[1]);
                base = each;
                this.rules =
                        Objects.requireNonNull(cases.get(each), each).rules().orElse("");
                List.of(parts[1].split(" ; ")).forEach(change -> changes.add(new Change(change)));
                rules.forEach(verb.equals("try") ? this::expect : stopped::add);
                end();
            }
        }

        private void expect(String finding) {
            String[] parts = finding.split(" ×");
            int times = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            expected.addAll(Collections.nCopies(times, parts[0]));
        }

        private void end() {
            if (!name.isEmpty()) {
                SmallCase read = new SmallCase(
                        name,
                        Optional.ofNullable(cases.get(base)),
                        base,
                        Optional.of(rules).filter(set -> !set.isEmpty()),
                        List.copyOf(changes),
                        expected.stream().sorted().toList(),
                        List.copyOf(stopped));
                if (cases.put(name, read) != null) {
                    throw new IllegalStateException("two cases have the name " + name);
                }
            }
            name = "";
            changes.clear();
            expected.clear();
            stopped.clear();
        }
    }
}
