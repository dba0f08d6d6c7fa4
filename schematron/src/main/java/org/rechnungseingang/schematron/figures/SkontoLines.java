package org.rechnungseingang.schematron.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.PaymentTerms;
import org.rechnungseingang.schematron.Explanation;

/** BR-DE-18: the line of Skonto as it stands, with its line breaks to be seen, what is wrong in it, and what was meant. */
final class SkontoLines {

    private static final String BREAK = "\u23ce";

    /** A number of any shape behind a word. */
    private static final Pattern NUMBER = Pattern.compile("(PROZENT|BASISBETRAG)=(-?[0-9]{1,18})(?:[.,]([0-9]*))?");

    private static final List<String> WORDS = List.of("SKONTO", "TAGE", "PROZENT", "BASISBETRAG");

    private static final int SHOWN = 3;

    /** One thing that may be wrong in a line. */
    private record Fault(Predicate<String> in, Explanation says) {

        static Fault when(Predicate<String> in, String german, String english) {
            return new Fault(in, new Explanation(german, english));
        }
    }

    private static final List<Fault> FAULTS = List.of(
            Fault.when(
                    line -> line.matches(".*[0-9],[0-9].*"),
                    "Zahlen haben einen Punkt und kein Komma",
                    "numbers have a point and no comma"),
            Fault.when(
                    line -> NUMBER.matcher(line)
                            .results()
                            .anyMatch(number -> Optional.ofNullable(number.group(3))
                                            .orElse("")
                                            .length()
                                    != 2),
                    "Prozentsatz und Basisbetrag haben genau zwei Nachkommastellen",
                    "percentage and base have exactly two decimals"),
            Fault.when(
                    line -> WORDS.stream()
                            .anyMatch(word -> capitals(line).contains(word)
                                    && !line.replaceAll("\\s", "").contains(word)),
                    "die Wörter müssen in Großbuchstaben stehen",
                    "the words must be in capital letters"),
            Fault.when(line -> line.matches(".*\\s.*"), "Leerzeichen gehören nicht hinein", "there must be no blanks"),
            Fault.when(line -> !capitals(line).contains("TAGE="), "TAGE fehlt", "TAGE is missing"),
            Fault.when(line -> !capitals(line).contains("PROZENT="), "PROZENT fehlt", "PROZENT is missing"),
            Fault.when(
                    line -> line.contains("##"),
                    "nach jeder Stufe fehlt der Zeilenumbruch",
                    "the line break after each tier is missing"),
            Fault.when(line -> line.contains("%"), "das Prozentzeichen gehört nicht hinein", "there must be no % sign"),
            Fault.when(line -> !line.endsWith("#"), "am Ende fehlt das Zeichen #", "the # at the end is missing"));

    private SkontoLines() {}

    private static String capitals(String line) {
        return line.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static Optional<Explanation> of(Invoice invoice) {
        return invoice.paymentTerms().flatMap(SkontoLines::of);
    }

    private static Optional<Explanation> of(PaymentTerms terms) {
        List<Explanation> sentences = new ArrayList<>();
        terms.malformedLines().stream().limit(SHOWN).map(SkontoLines::malformed).forEach(sentences::add);
        if (terms.lastLineBreakMissing()) {
            sentences.add(withoutBreak(terms));
        }
        return sentences.stream().reduce(Sentence::join);
    }

    private static Explanation malformed(String line) {
        Explanation found = Sentence.of("In BT-20 steht „%s“:", "BT-20 says \"%s\":", Figure.text(line));
        Explanation wrong = FAULTS.stream()
                .filter(fault -> fault.in().test(line))
                .map(Fault::says)
                .reduce((a, b) -> new Explanation(a.german() + ", " + b.german(), a.english() + ", " + b.english()))
                .orElse(new Explanation(
                        "die Zeile hat nicht die verlangte Form", "the line is not of the form that is asked for"));
        Explanation sentence = Sentence.join(found, new Explanation(wrong.german() + ".", wrong.english() + "."));
        return meant(line)
                .map(right -> Sentence.join(
                        sentence,
                        Sentence.of(
                                "Gemeint ist wohl „%s%s“.",
                                "\"%s%s\" seems to be meant.",
                                Figure.text(right.replace("\n", BREAK)),
                                Figure.text(BREAK))))
                .orElse(sentence);
    }

    /** The line with what is usually wrong in it put right; empty if that does not make a line of the rule's form. */
    private static Optional<String> meant(String line) {
        String text = capitals(line).replace("%", "").replace("##", "#\n#");
        String numbers = NUMBER.matcher(text).replaceAll(SkontoLines::twoDecimals);
        String whole = numbers.endsWith("#") ? numbers : numbers + "#";
        return Optional.of(whole).filter(right -> PaymentTerms.of(right + "\n").isWellFormed());
    }

    /** More than two decimals are left as they are: what was meant cannot be told. */
    private static String twoDecimals(MatchResult number) {
        String decimals = Optional.ofNullable(number.group(3)).orElse("");
        return number.group(1) + "=" + number.group(2) + "." + decimals
                + "0".repeat(Math.max(0, 2 - decimals.length()));
    }

    private static Explanation withoutBreak(PaymentTerms terms) {
        String last = "";
        for (String line : terms.text().split("\\r?\\n", -1)) {
            last = line.contains("#") ? line.strip() : last;
        }
        return Sentence.of(
                "Nach „%s“ folgt in BT-20 kein Zeilenumbruch. Richtig ist „%s%s“: Das Zeichen %s steht für den Umbruch.",
                "No line break follows \"%s\" in BT-20. Right is \"%s%s\", where %s is the line break.",
                Figure.text(last),
                Figure.text(last),
                Figure.text(BREAK),
                Figure.text(BREAK));
    }
}
