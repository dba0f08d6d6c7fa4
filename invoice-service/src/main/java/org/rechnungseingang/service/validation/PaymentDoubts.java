package org.rechnungseingang.service.validation;

import java.util.List;
import java.util.Set;
import org.rechnungseingang.schematron.Finding;

/** Which findings mean that nobody should pay before somebody has asked: the account or the amount is in doubt. */
final class PaymentDoubts {

    // BR-DE-19 is the official warning of an account that is no IBAN; where it speaks, our own checks do not repeat it.
    static final Set<String> RULES = Set.of(
            "OWN-PDF-TOTAL", "OWN-PDF-IBAN", "OWN-IBAN-FORM", "OWN-IBAN-CHECK-DIGITS", "OWN-IBAN-LENGTH", "BR-DE-19");

    private PaymentDoubts() {}

    static List<Finding> among(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> RULES.contains(finding.rule()))
                .toList();
    }
}
