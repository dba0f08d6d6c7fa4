package org.rechnungseingang.invoice;

/** The syntaxes of EN 16931 that an invoice comes in. */
public enum Syntax {
    /** OASIS UBL 2.1, root {@code Invoice}. */
    UBL_INVOICE,
    /** OASIS UBL 2.1, root {@code CreditNote}. */
    UBL_CREDIT_NOTE,
    /** UN/CEFACT Cross Industry Invoice D16B, root {@code CrossIndustryInvoice}. */
    CII
}
