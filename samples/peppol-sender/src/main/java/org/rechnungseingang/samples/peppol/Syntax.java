package org.rechnungseingang.samples.peppol;

import java.util.stream.Stream;

/** The three kinds of documents of EN 16931, and where in them stands what Peppol addresses them by. */
enum Syntax {
    INVOICE(
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
            "Invoice",
            "2.1",
            "CustomizationID",
            "ProfileID",
            "BuyerReference"),
    CREDIT_NOTE(
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
            "CreditNote",
            "2.1",
            "CustomizationID",
            "ProfileID",
            "BuyerReference"),
    CII(
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "CrossIndustryInvoice",
            "D16B",
            "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID",
            "ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID",
            "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/BuyerReference");

    private final String namespace;
    private final String root;
    private final String version;
    private final String specification;
    private final String process;
    private final String buyerReference;

    Syntax(String namespace, String root, String version, String specification, String process, String buyerReference) {
        this.namespace = namespace;
        this.root = root;
        this.version = version;
        this.specification = specification;
        this.process = process;
        this.buyerReference = buyerReference;
    }

    static Stream<Syntax> of(String namespace, String root) {
        return Stream.of(values()).filter(syntax -> syntax.namespace.equals(namespace) && syntax.root.equals(root));
    }

    /** Peppol's document type identifier without its scheme (Policy for use of Identifiers). */
    String documentType(String specificationIdentifier) {
        return namespace + "::" + root + "##" + specificationIdentifier + "::" + version;
    }

    /** 2.1 of UBL, D16B of CII. */
    String version() {
        return version;
    }

    /** The way to BT-24. */
    String specification() {
        return specification;
    }

    /** The way to BT-23. */
    String process() {
        return process;
    }

    /** The way to BT-10. */
    String buyerReference() {
        return buyerReference;
    }
}
