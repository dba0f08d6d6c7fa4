package org.rechnungseingang.schematron;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The prefixes that people know for the namespaces of invoices, whatever the document itself uses. */
final class Prefixes {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CII = "urn:un:unece:uncefact:data:standard:";

    private static final Map<String, String> PREFIXES = Map.of(
            UBL + "Invoice-2", "ubl",
            UBL + "CreditNote-2", "cn",
            UBL + "CommonAggregateComponents-2", "cac",
            UBL + "CommonBasicComponents-2", "cbc",
            UBL + "CommonExtensionComponents-2", "ext",
            CII + "CrossIndustryInvoice:100", "rsm",
            CII + "ReusableAggregateBusinessInformationEntity:100", "ram",
            CII + "UnqualifiedDataType:100", "udt",
            CII + "QualifiedDataType:100", "qdt");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\":");

    private Prefixes() {}

    static Optional<String> of(String namespace) {
        return Optional.ofNullable(PREFIXES.get(namespace));
    }

    /** A schema processor's text with {@code cbc:ID} for {@code "urn:oasis:…CommonBasicComponents-2":ID}. */
    static String shorten(String text) {
        return QUOTED.matcher(text)
                .replaceAll(
                        name -> of(name.group(1)).map(prefix -> prefix + ":").orElse("$0"));
    }
}
