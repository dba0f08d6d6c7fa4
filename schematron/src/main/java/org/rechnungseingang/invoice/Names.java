package org.rechnungseingang.invoice;

import java.util.Map;

/** Short names for elements: the namespaces of the two syntaxes get fixed prefixes whatever the document calls them. */
final class Names {

    private static final Map<String, String> PREFIXES = Map.of(
            "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", "cbc:",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", "cac:",
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "inv:",
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "cn:",
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "rsm:",
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100", "ram:",
            "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", "udt:",
            "urn:un:unece:uncefact:data:standard:QualifiedDataType:100", "qdt:");

    private Names() {}

    /**
     * For example {@code cbc:ID}; a foreign namespace stands in braces.
     *
     * @param qName the name in the document, which is our name as well if the document uses the same prefixes
     */
    static String of(String namespace, String localName, String qName) {
        String prefix = PREFIXES.get(namespace);
        if (prefix == null) {
            return "{" + namespace + "}" + localName;
        }
        boolean same = qName.length() == prefix.length() + localName.length() && qName.startsWith(prefix);
        return same ? qName : prefix + localName;
    }

    /** True for the roots of invoices. */
    static boolean isInvoice(String name) {
        return name.equals("inv:Invoice") || name.equals("cn:CreditNote") || name.equals("rsm:CrossIndustryInvoice");
    }

    /** True for the elements that carry BT-125. */
    static boolean isEmbeddedFile(String name) {
        return name.equals("cbc:EmbeddedDocumentBinaryObject") || name.equals("ram:AttachmentBinaryObject");
    }
}
