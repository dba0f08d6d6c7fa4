package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.peppol.outbound.LevelStatus.Cause;
import org.rechnungseingang.service.peppol.outbound.LevelStatus.Issue;

/** The rules see what is wrong; else it would say nothing that they find our messages right. */
class OfficialStatusRulesTests {

    private static final LevelStatus REJECTED =
            new LevelStatus(false, "Wrong.", List.of(new Issue("/Invoice/ID", "No number.", Cause.BV)));
    private static final OfficialStatusRules RULES = new OfficialStatusRules();

    @Test
    void findNothingInARightOne() {
        assertThat(RULES.broken(message(REJECTED, "0242:000200").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    SCH-MLS-01, urn:peppol:edec:mls:1.0</cbc:CustomizationID>, urn:peppol:edec:mls:1.1</cbc:CustomizationID>
                    SCH-MLS-04, <cbc:IssueDate>2026-11-23, <cbc:IssueDate>2026-11-23Z
                    SCH-MLS-06, 08:07:06Z, 08:07:06
                    SCH-MLS-16, 'schemeID="0242">000200', 'schemeID="GLN">000200'
                    SCH-MLS-19, <cbc:ResponseCode>RE, <cbc:ResponseCode>XX
                    SCH-MLS-21, <cbc:Description>Wrong., <cbc:Description>
                    SCH-MLS-26, <cbc:ID>theirs, <cbc:ID>
                    SCH-MLS-27, <cbc:LineID>/Invoice/ID, <cbc:LineID>
                    SCH-MLS-31, <cbc:StatusReasonCode>BV, <cbc:StatusReasonCode>ZZ
                    cvc-, cac:SenderParty, cac:SenderPerson
                    """)
    void findWhatIsWrong(String rule, String right, String wrong) {
        assertFound(rule, replaced(message(REJECTED, "0242:000200"), right, wrong));
    }

    @Test
    void findARejectionWithoutReasons() {
        assertFound("SCH-MLS-23", message(new LevelStatus(false, "Wrong.", List.of()), "0242:000200"));
    }

    @Test
    void findAnAcceptanceWithReasons() {
        assertFound("SCH-MLS-25", message(new LevelStatus(true, "", REJECTED.issues()), "0242:000200"));
    }

    @Test
    void findAReceiverWhoIsNoProvider() {
        assertFound("SCH-MLS-14", message(REJECTED, "0204:05999001-10010-21"));
    }

    @Test
    void doNotPassWhatTheyHaveNotLookedAt() {
        String other = message(REJECTED, "0242:000200").replace("ApplicationResponse", "OtherResponse");

        assertThatThrownBy(() -> RULES.broken(other.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AssertionError.class);
    }

    private static void assertFound(String rule, String message) {
        assertThat(RULES.broken(message.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(broken -> assertThat(broken).contains(rule));
    }

    private static String replaced(String message, String right, String wrong) {
        assertThat(message).contains(right);
        return message.replace(right, wrong);
    }

    private static String message(LevelStatus status, String receiver) {
        return new String(
                new LevelStatusDocument(
                                status,
                                "theirs",
                                "its-own",
                                "0242:000100",
                                receiver,
                                "DE",
                                Instant.parse("2026-11-23T08:07:06Z"))
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
