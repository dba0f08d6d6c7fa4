package org.rechnungseingang.schematron.translated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;

class RegexTests {

    private static final int TIMES = Chance.times(45);

    /** Those of the official rules. */
    private static final List<String> OFFICIAL = List.of(
            "([ \\n\\r\\t\\s])",
            "^\\s*(\\d{4})(1[0-2]|0[1-9]){1}(3[01]|[12][0-9]|0[1-9]){1}\\s*$",
            "(\\r?\\n)",
            "#.+#",
            "^[A-Z0-9]{11,16}$",
            "^[0-9]+$",
            "^\\d+$",
            "^[1-9]([0-9]*)",
            "^\\s*\\n",
            "-",
            "/",
            ":",
            "\\|",
            "^NL[0-9]{9}B[0-9]{2}$",
            "urn:fdc:peppol.eu:2017:poacc:billing:([0-9]{2}):1.0",
            "^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$",
            "(^|\\r?\\n)#(SKONTO)#TAGE=([0-9]+#PROZENT=[0-9]+\\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\\.[0-9]{2})?#$",
            "^[^@\\s]+@([^@.\\s]+\\.)+[^@.\\s]+$",
            "^([a-zA-Z])([a-zA-Z0-9+.-])+:.*");

    /** Those of the official rules that are rare and stay with Saxon. */
    private static final List<String> OFFICIAL_OF_SAXON = List.of(
            "^[a-zA-Z0-9!#\\$%&\"*+/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#\\$%&\"*+/=?^_`{|}~-]+)*"
                    + "@([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\\.)+[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$",
            "^(0?[1-9]|[12][0-9]|3[01])[-\\\\/ ]?(0?[1-9]|1[0-2])[-\\\\/ ]?(19|20)[0-9]{2}");

    /** What differs between dialects and engines. */
    private static final List<String> UNUSUAL = List.of(
            "#.+?#",
            "[a-z]+",
            "a|b",
            "a|ab",
            "(a|ab)(b|)",
            "(a)(b)?",
            "^a",
            "a$",
            "[^a-z]",
            "\\p{Lu}",
            "\\i\\c*",
            "\\w",
            "\\S+",
            "[\\w-[a]]",
            "(a|Z)+?",
            "x{0,2}b",
            ".",
            "(?:a)b",
            "ss",
            "\\$",
            "\\-",
            "23",
            "a{2,}",
            "a{1,2}a?",
            "[.+*]",
            "[a-]",
            "[-a]",
            "[]a]",
            "[^]",
            "a**",
            "(a",
            "a)",
            "a{2,1}",
            "a{,2}",
            "[z-a]",
            "\\1",
            "(a)\\1",
            "^*",
            "&&[a]",
            "[&&a]",
            "[a&&b]",
            "a]",
            "a}",
            "\\n$",
            "$^",
            "(^a|b$)",
            "\\.",
            "[\\.\\-]",
            "[A-Z-9]",
            "\\d\\s",
            "[^\\s]+\\s?",
            "[^.]",
            "[ -~]",
            "a{0}b",
            "(#[0-9]*)+",
            "(-.*)+x",
            "([0-9]*1)+x",
            "(:?b)+x",
            "((1|2)+:)+x",
            ".*([0-9].*){3,}.*",
            "(.+)+#");

    private static final List<String> PATTERNS = Stream.of(OFFICIAL, OFFICIAL_OF_SAXON, UNUSUAL)
            .flatMap(List::stream)
            .toList();

    private static final List<String> FITTING = List.of(
            "#SKONTO#TAGE=14#PROZENT=2.00#",
            "x\n#SKONTO#TAGE=7#PROZENT=3.50#BASISBETRAG=-100.00#",
            "#a#b#",
            "a@b.de",
            "a@b.c.org",
            "@b.",
            "+49 30 123",
            "030",
            "12",
            "DE02120300000000202051",
            "NL123456789B01",
            "20240131",
            "20241301",
            " 20240131\n",
            "http://x",
            "mailto:a",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
            "a|b",
            "2024-01-31",
            "\n",
            "\r\n",
            "aab",
            "abab",
            "",
            "0",
            "A1B2C3D4E5F6");

    private final Chance chance = Chance.printed("regex");
    private final Same same = new Same();

    @Test
    void findsAsSaxonDoes() {
        for (String pattern : PATTERNS) {
            for (String flags : List.of("", "", "", "i", "s", "m", "x")) {
                Regex regex = Regex.of(pattern, flags);
                String expression = "matches($a, '" + pattern + "', '" + flags + "')";
                for (int i = 0; i < TIMES / 3; i++) {
                    String text = text();
                    same.check(
                            expression + text,
                            Answer.of(() -> regex.matches(text)),
                            SaxonXPath.typed(expression, text));
                }
            }
        }
        same.mostlyAnswered(TIMES * 15);
    }

    @Test
    void replacesAndSplitsAsSaxonDoes() {
        for (String pattern : PATTERNS) {
            Regex regex = Regex.of(pattern, "");
            for (String replacement : List.of("", "-", "$1", "[$0]", "$2$1x", "\\$", "$", "\\x", "$9")) {
                String expression = "replace($a, '" + pattern + "', '" + replacement + "')";
                for (int i = 0; i < TIMES / 6; i++) {
                    String text = text();
                    same.check(
                            expression + text,
                            Answer.of(() -> regex.replace(text, replacement)),
                            SaxonXPath.typed(expression, text));
                }
            }
            String expression = "tokenize($a, '" + pattern + "')";
            for (int i = 0; i < TIMES; i++) {
                String text = text();
                same.check(expression + text, Answer.of(() -> regex.tokenize(text)), SaxonXPath.list(expression, text));
            }
        }
        same.mostlyAnswered(TIMES * 15);
    }

    private String text() {
        return switch (chance.below(8)) {
            case 0 -> chance.below(3) == 0 ? null : chance.numberText();
            case 1 -> chance.text() + chance.text();
            default -> changed(chance.oneOf(FITTING));
        };
    }

    private static final String LETTERS = "aAbZ019#@.+-:= \n\r\t|&]~x";

    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = chance.below(4); i > 0; i--) {
            int at = chance.below(changed.length() + 1);
            if (at < changed.length() && chance.below(2) == 0) {
                changed.deleteCharAt(at);
            } else {
                changed.insert(at, LETTERS.charAt(chance.below(LETTERS.length())));
            }
        }
        // The end of a text, which Java sees also before a last line break.
        return chance.below(6) == 0 ? changed + chance.oneOf(List.of("\n", "\r", "\r\n")) : changed.toString();
    }

    /** Otherwise the comparisons above would say nothing about it. */
    @Test
    void leavesTheOfficialExpressionsToJava() {
        assertThat(OFFICIAL).allMatch(pattern -> Regex.of(pattern, "").isPlain());
        assertThat(Regex.of("\\w", "").isPlain()).isFalse();
        assertThat(Regex.of("a", "i").isPlain()).isFalse();
    }

    @Test
    void endsWhereJavaWouldNot() {
        assertThat(PatternReader.read("a*a*a*a*b", "").orElseThrow().isIn("a".repeat(400)))
                .isEmpty();
        assertThat(PlainPattern.isPlain("a".repeat(501))).isFalse();
        assertThat(Regex.of("^a+$", "").matches("a".repeat(5_000))).isTrue();
    }

    /** Java finds the first sign at once; Saxon tries to read what is before it in every way. */
    @Test
    void givesUpWhereSaxonDoes() {
        String text = "urn:fd#c:#peppol.eu:20-17:poacc:billing:01:1.0";
        assertThat(SaxonXPath.typed("matches($a, '(.+)+#')", text).isFailure()).isTrue();
        assertThat(Answer.of(() -> Regex.of("(.+)+#", "").matches(text)).isFailure())
                .isTrue();
        for (String pattern : List.of("(.+)+#", "(#.*)+a", "(a|ab)+c", "(\\n.*)+a", "((ab?)+a)+")) {
            assertThat(Regex.of(pattern, "").isPlain()).as(pattern).isFalse();
        }
        for (String pattern : List.of("(#[0-9]*)+", "([a-z]+1)+", "((ab?)+c)+", "(.+)?#", "(a|ab){1}c")) {
            assertThat(Regex.of(pattern, "").isPlain()).as(pattern).isTrue();
        }
    }

    @Test
    void endsATextOnlyWhereItEnds() {
        assertThat(Regex.of("^[0-9]+$", "").matches("12")).isTrue();
        assertThat(Regex.of("^[0-9]+$", "").matches("12\n")).isFalse();
        assertThat(Regex.of("^[0-9]+$", "").matches("1\n2")).isFalse();
        assertThat(Regex.of("1.2", "").matches("1\r2")).isFalse();
        assertThat(Regex.of("1.2", "").matches("1\u00852")).isTrue();
    }

    @Test
    void asksSaxonAboutTextsThatAreNotAscii() {
        assertThat(SaxonXPath.typed("matches($a, '^\\d+$')", "\u0665\u0666")).hasToString("Boolean true");
        assertThat(Regex.of("^\\d+$", "").matches("\u0665\u0666")).isTrue();
    }

    @Test
    void asksSaxonForThePartsWhereEnginesCouldChooseOthers() {
        assertThat(PatternReader.read("#.+#", "").orElseThrow().isExact()).isTrue();
        for (String pattern : List.of("a|ab", "(ab)+", "a+?", "x*")) {
            assertThat(PatternReader.read(pattern, "").orElseThrow().isExact())
                    .as(pattern)
                    .isFalse();
        }
    }

    @Test
    void refusesWhatIsFoundInTheEmptyText() {
        Regex regex = Regex.of("x*", "");
        assertThat(regex.matches("")).isTrue();
        assertThat(Answer.of(() -> regex.replace("xx", "")).isFailure()).isTrue();
        assertThat(Answer.of(() -> regex.tokenize("xx")).isFailure()).isTrue();
        assertThat(regex.tokenize("")).isEmpty();
        assertThat(regex.tokenize(null)).isEmpty();
    }

    @Test
    void refusesAWrongExpressionWhenItIsUsed() {
        Regex regex = Regex.of("(", "");
        assertThat(Answer.of(() -> regex.matches("a"))).hasToString("failed: regular expression is wrong");
    }

    @Test
    void speaksTheDialectOfAStylesheetOfVersionTwo() throws SaxonApiException {
        String stylesheet = "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='2.0'/>";
        int version = new Processor(false)
                .newXsltCompiler()
                .compile(new StreamSource(new StringReader(stylesheet)))
                .getUnderlyingCompiledStylesheet()
                .getTopLevelPackage()
                .getHostLanguageVersion();
        assertThat(version).isEqualTo(30);
    }

    @Test
    void servesSeveralThreads() {
        Regex regex = Regex.of("^(a+)b$", "");
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .filter(i -> regex.matches("a".repeat(1 + i % 7) + (i % 2 == 0 ? "b" : "c")))
                        .count())
                .isEqualTo(10_000);
    }
}
