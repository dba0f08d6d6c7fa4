package org.rechnungseingang.service.portal.api;

import java.util.Optional;
import org.rechnungseingang.service.validation.CheckOutcome;

/** What a sender can do about a verdict. */
final class Advice {

    private static final Text CORRECT = new Text(
            "Bitte die Befunde prüfen und die berichtigte Rechnung neu senden.",
            "Please look at the findings and send the corrected invoice anew.");
    private static final Text MEND_XML = new Text(
            "Die Datei ist kein lesbares XML. Bitte die Rechnung neu erzeugen und unverändert senden.",
            "The file is no readable XML. Please generate the invoice again and send it unchanged.");
    private static final Text MEND_SCHEMA = new Text(
            "Die Datei hat nicht den Aufbau, den UBL oder CII verlangen. Bitte die genannten Stellen berichtigen und neu senden.",
            "The file is not built as UBL or CII ask. Please mend the places that are named and send it anew.");
    private static final Text SEND_INVOICE = new Text(
            "Bitte die Rechnung als XRechnung 3.0 (UBL oder CII) oder als ZUGFeRD-PDF im Profil EN 16931 oder XRECHNUNG senden.",
            "Please send the invoice as XRechnung 3.0 (UBL or CII), or as a ZUGFeRD PDF of profile EN 16931 or XRECHNUNG.");

    private Advice() {}

    static Optional<Text> on(CheckOutcome outcome) {
        return switch (outcome) {
            case ACCEPT -> Optional.empty();
            case REJECT -> Optional.of(CORRECT);
            case NOT_WELLFORMED -> Optional.of(MEND_XML);
            case SCHEMA_INVALID -> Optional.of(MEND_SCHEMA);
            case NO_RULE_SET, REFUSED, NO_INVOICE -> Optional.of(SEND_INVOICE);
        };
    }
}
