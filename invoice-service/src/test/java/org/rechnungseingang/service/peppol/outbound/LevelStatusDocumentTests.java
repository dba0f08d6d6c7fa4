package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.service.peppol.as4.BusinessDocument;
import org.rechnungseingang.service.peppol.as4.Spool;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;
import org.rechnungseingang.service.validation.Reason;
import org.rechnungseingang.service.validation.StoredVerdict;

class LevelStatusDocumentTests {

    private static final String MLS = "urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"
            + "::ApplicationResponse##urn:peppol:edec:mls:1.0";
    private static final String EMOJI = "\uD83D\uDE00";
    private static final Instant NOW = Instant.parse("2026-11-23T08:07:06.543Z");
    private static final OfficialStatusRules RULES = new OfficialStatusRules();

    @ParameterizedTest
    @EnumSource
    void followsTheOfficialRulesWhateverTheOutcome(CheckOutcome outcome) {
        for (int findings : List.of(0, 1, 7, 250)) {
            assertThat(RULES.broken(document(verdict(outcome, findings)))).isEmpty();
        }
    }

    @Test
    void followsTheOfficialRulesWhateverTheFindingsSay() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 200; i++) {
            Finding odd = finding(odd(random), odd(random), Level.values()[random.nextInt(4)]);
            assertThat(RULES.broken(document(verdict(CheckOutcome.REJECT, List.of(odd)))))
                    .as(odd.toString())
                    .isEmpty();
        }
    }

    @Test
    void givesEachErrorItsPlaceAndItsCause() {
        LevelStatus status = LevelStatus.of(verdict(
                CheckOutcome.REJECT,
                List.of(
                        finding("[BR-1]-No number.", "/Invoice/ID", Level.FATAL),
                        finding("Only a warning", "/Invoice/Note", Level.WARNING),
                        finding("Nowhere", "", Level.ERROR))));

        assertThat(status.issues())
                .containsExactly(
                        new LevelStatus.Issue("/Invoice/ID", "[BR-1]-No number.", LevelStatus.Cause.BV),
                        new LevelStatus.Issue("NA", "[BR-1] Nowhere", LevelStatus.Cause.BV));
    }

    @Test
    void saysHowManyItDoesNotList() {
        LevelStatus status = LevelStatus.of(verdict(CheckOutcome.SCHEMA_INVALID, 250));

        assertThat(status.issues()).hasSize(100).allMatch(issue -> issue.cause() == LevelStatus.Cause.SV);
        assertThat(status.description()).contains("250", "100");
    }

    /** Characters of two halves around the place where a text is cut, which must not come between them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 980, 992, 993, 994, 1_000, 5_000})
    void cutsLongTextsBetweenCharacters(int before) {
        Finding longOne = finding("x".repeat(before) + EMOJI.repeat(2_000), "/Invoice", Level.ERROR);
        StoredVerdict verdict = verdict(CheckOutcome.REJECT, List.of(longOne));
        String text = LevelStatus.of(verdict).issues().get(0).text();

        assertThat(text.codePoints().filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .isEmpty();
        assertThat(text).startsWith("[BR-1] ").endsWith(" …");
        assertThat(text.codePointCount(0, text.length())).isEqualTo(1_002);
        byte[] document = document(verdict);
        assertThat(RULES.broken(document)).isEmpty();
        assertThat(new String(document, StandardCharsets.UTF_8)).contains(text);
    }

    @Test
    void leavesTextsWholeThatAreNotLonger() {
        String just = EMOJI.repeat(1_000 - "[BR-1] ".length());

        assertThat(LevelStatus.of(verdict(CheckOutcome.REJECT, List.of(finding(just, "", Level.ERROR))))
                        .issues()
                        .get(0)
                        .text())
                .isEqualTo("[BR-1] " + just);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "\u0001", "\u001B", "\uD83D", "\uDE00", "\uDE00\uD83D", "\uFFFE", "\uFFFF", "\uD83DZ"})
    void marksWhatXmlHasNoCharactersFor(String odd) {
        byte[] document =
                document(verdict(CheckOutcome.REJECT, List.of(finding("a" + odd + "b", "/" + odd, Level.ERROR))));

        assertThat(RULES.broken(document)).isEmpty();
        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("a\uFFFD")
                .contains("/\uFFFD");
    }

    /** The access point itself would take it for what it is. */
    @Test
    void travelsInAnEnvelopeOfTheNetwork() {
        BusinessDocument envelope = BusinessDocument.of(Spool.of(document(verdict(CheckOutcome.ACCEPT, 0))));

        assertThat(envelope.sender()).isEqualTo(new BusinessDocument.Identifier("iso6523-actorid-upis", "0242:000100"));
        assertThat(envelope.receiver())
                .isEqualTo(new BusinessDocument.Identifier("iso6523-actorid-upis", "0242:000200-MLS"));
        assertThat(envelope.standard()).isEqualTo("urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2");
        assertThat(envelope.type()).isEqualTo("ApplicationResponse");
        assertThat(envelope.instanceId()).isEqualTo("its-own");
        assertThat(envelope.root()).isEqualTo(new BusinessDocument.QualifiedName(envelope.standard(), envelope.type()));
        assertThat(envelope.scopes()).containsOnlyKeys("DOCUMENTID", "PROCESSID", "COUNTRY_C1");
        assertThat(envelope.scope("DOCUMENTID"))
                .contains(new BusinessDocument.Scope(MLS + "::2.1", "busdox-docid-qns"));
        assertThat(envelope.scope("PROCESSID"))
                .contains(new BusinessDocument.Scope("urn:peppol:edec:mls", "cenbii-procid-ubl"));
        assertThat(envelope.scope("COUNTRY_C1")).contains(new BusinessDocument.Scope("DE", ""));
    }

    /** Envelope and document are about the same, which no rule of the document sees. */
    @Test
    void saysTheSameInTheEnvelopeAndInTheDocument() {
        String all = new String(document(verdict(CheckOutcome.REJECT, 1)), StandardCharsets.UTF_8);

        assertThat(texts(all, "sh:HeaderVersion")).containsExactly("1.0");
        assertThat(texts(all, "sh:TypeVersion")).containsExactly("2.1");
        assertThat(texts(all, "sh:CreationDateAndTime")).containsExactly("2026-11-23T08:07:06Z");
        assertThat(texts(all, "cbc:Issue(?:Date|Time)")).containsExactly("2026-11-23", "08:07:06Z");
        assertThat(texts(all, "sh:InstanceIdentifier"))
                .containsExactly("its-own", MLS + "::2.1", "urn:peppol:edec:mls", "DE");
        assertThat(texts(all, "cbc:ID")).containsExactly("its-own", "theirs");
        assertThat(texts(all, "cbc:ProfileID")).containsExactly("urn:peppol:edec:mls");
        assertThat(texts(all, "sh:Identifier"))
                .containsExactly("0242:000100", "0242:000200-MLS", "busdox-docid-qns", "cenbii-procid-ubl");
        assertThat(texts(all, "cbc:EndpointID")).containsExactly("000100", "000200-MLS");
    }

    private static List<String> texts(String xml, String name) {
        return Pattern.compile("<" + name + "(?: [^>]*)?>([^<]*)<")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static byte[] document(StoredVerdict verdict) {
        return new LevelStatusDocument(
                        LevelStatus.of(verdict), "theirs", "its-own", "0242:000100", "0242:000200-MLS", "DE", NOW)
                .bytes();
    }

    private static StoredVerdict verdict(CheckOutcome outcome, int findings) {
        return verdict(
                outcome,
                IntStream.range(0, findings)
                        .mapToObj(i -> finding("Text " + i, "/Invoice[1]/Line[" + i + "]", Level.ERROR))
                        .toList());
    }

    private static StoredVerdict verdict(CheckOutcome outcome, List<Finding> findings) {
        return new StoredVerdict(
                1,
                outcome,
                DecisionLevel.QUERY,
                Optional.empty(),
                outcome == CheckOutcome.NO_RULE_SET
                        ? Optional.of(new Reason("Unbekannt.", "Unknown."))
                        : Optional.empty(),
                NOW,
                findings,
                List.of(),
                List.of());
    }

    private static Finding finding(String text, String location, Level level) {
        return new Finding("BR-1", level, LegalClass.CONTENT, text, location, List.of(), Optional.empty());
    }

    // Whatever an invoice can hold can be in a finding; what it cannot hold may come from what reads it.
    private static String odd(Random random) {
        int[] letters = "aZ <>&\"']]>\t\r\nä€\uD83D\uDE00\u00A0{}$%;--\u0085\u2028\u202E\0\u000B\uFFFE\uDC00"
                .codePoints()
                .toArray();
        return random.ints(random.nextInt(40), 0, letters.length)
                .mapToObj(i -> Character.toString(letters[i]))
                .collect(Collectors.joining())
                .repeat(random.nextInt(10) == 0 ? 60 : 1);
    }
}
