package org.rechnungseingang.service.validation;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Syntax;

/** Names an invoice's format as people do: "XRechnung 3.0 UBL", "ZUGFeRD · EN 16931 CII". */
final class FormatName {

    private static final Map<Syntax, String> SYNTAXES =
            Map.of(Syntax.UBL_INVOICE, "UBL", Syntax.UBL_CREDIT_NOTE, "UBL", Syntax.CII, "CII");

    private static final Pattern XRECHNUNG = Pattern.compile("xrechnung_(?<version>\\d\\.\\d)");
    private static final Pattern FACTUR_X =
            Pattern.compile("(factur-x\\.eu:1p0|zugferd\\.de:2p0):(?<profile>minimum|basicwl|basic|en16931|extended)$");

    private FormatName() {}

    static String of(Invoice invoice, boolean fromPdf) {
        String profile = invoice.processControl().specification().orElse("");
        return (fromPdf ? "ZUGFeRD · " : "") + (profile(profile) + " " + SYNTAXES.get(invoice.syntax())).strip();
    }

    // By BT-24, the specification identifier of EN 16931. The id is the sender's text, so only what matches a known
    // form is shown of it.
    private static String profile(String id) {
        Matcher xrechnung = XRECHNUNG.matcher(id);
        if (xrechnung.find()) {
            return "XRechnung " + xrechnung.group("version") + variant(id);
        }
        Matcher facturX = FACTUR_X.matcher(id);
        if (facturX.find()) {
            return "Factur-X " + facturX.group("profile").toUpperCase(Locale.ROOT);
        }
        if (id.endsWith("poacc:billing:3.0")) {
            return "Peppol BIS 3";
        }
        return id.equals("urn:cen.eu:en16931:2017") ? "EN 16931" : "";
    }

    private static String variant(String id) {
        if (id.contains(":extension:")) {
            return " Extension";
        }
        return id.contains(":cvd_") ? " CVD" : "";
    }
}
