package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;

class ContractTests {

    private final Contract contract = Contract.load();

    @Test
    void keepsToItselfInItsExamples() {
        assertThat(contract.examples()).isGreaterThan(8);
        assertThat(contract.faultsOfExamples()).isEmpty();
    }

    @Test
    void namesEveryProblem() {
        assertThat(contract.names("/components/schemas/ProblemCode/enum"))
                .containsExactlyInAnyOrder(wire(ProblemCode.values()));
    }

    @Test
    void namesEveryChoiceOfTheService() {
        assertThat(names("Station/properties/code")).containsExactly(wire(Station.values()));
        assertThat(names("Mark/properties/code")).containsExactly(wire(Mark.values()));
        assertThat(names("Verdict/properties/outcome")).containsExactlyInAnyOrder(wire(CheckOutcome.values()));
        assertThat(names("Verdict/properties/decision")).containsExactly(wire(DecisionLevel.values()));
        assertThat(names("Finding/properties/level")).containsExactly(wire(Level.values()));
        assertThat(names("Finding/properties/legalClass")).containsExactly(wire(LegalClass.values()));
    }

    @Test
    void noticesAMemberThatItDoesNotName() {
        assertThat(faults(202, """
                {"receiptNumber": "ANS-2026-0000001-05", "known": false, "statusUrl": "/a", "statusPageUrl": "/b"}""")).isEmpty();
        assertThat(faults(202, """
                {"receiptNumber": "ANS-2026-0000001-05", "known": false, "statusUrl": "/a", "statusPageUrl": "/b", "more": 1}""")).isNotEmpty();
    }

    @Test
    void noticesAStatusThatItDoesNotName() {
        assertThat(faults(418, "{}")).isNotEmpty();
    }

    private List<String> faults(int status, String json) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
        return contract.faults("POST", Paths.INVOICES, new Answer(status, headers, Files.text(json)));
    }

    private List<String> names(String schema) {
        return contract.names("/components/schemas/" + schema + "/enum");
    }

    private static String[] wire(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Wire::name).toArray(String[]::new);
    }
}
