package org.rechnungseingang.service.mail;

import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Enough;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What a file with the shape of XML calls itself. */
enum Root {
    /** An invoice; right or wrong, the check will say. */
    INVOICE,
    /** Something else, from beginning to end. */
    OTHER,
    /** Broken, or not to be read. */
    UNREADABLE;

    // UBL, CII, and CII as ZUGFeRD 1.0 had it, of which the check says that it is outdated.
    private static final Set<String> INVOICES =
            Set.of("Invoice", "CreditNote", "CrossIndustryInvoice", "CrossIndustryDocument");

    static Root of(byte[] xml) {
        First first = new First();
        Parsing parsing = Document.of(xml).parse(first);
        if (first.name.filter(INVOICES::contains).isPresent()) {
            return INVOICE;
        }
        return parsing instanceof Parsing.WellFormed ? OTHER : UNREADABLE;
    }

    private static final class First extends DefaultHandler {

        private Optional<String> name = Optional.empty();

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) throws Enough {
            if (name.isEmpty()) {
                name = Optional.of(localName);
                if (INVOICES.contains(localName)) {
                    throw new Enough();
                }
            }
        }
    }
}
