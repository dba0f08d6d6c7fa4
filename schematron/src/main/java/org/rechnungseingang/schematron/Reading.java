package org.rechnungseingang.schematron;

import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.Base64Text;
import org.rechnungseingang.document.BinaryStub;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.invoice.InvoiceEvents;
import org.rechnungseingang.schematron.rules.OfficialRules;
import org.rechnungseingang.schematron.translated.Tree;
import org.rechnungseingang.schematron.translated.TreeBuilder;

/** One pass over a document; if it is well-formed, there is a tree for rules and an invoice. Not thread-safe. */
final class Reading {

    private final Document document;
    private final TreeBuilder builder = new TreeBuilder(OfficialRules.names());
    private final Base64Text files = new Base64Text();
    private final InvoiceEvents invoice = new InvoiceEvents(files);
    private @Nullable Tree tree;

    Reading(Document document) {
        this.document = document;
    }

    Parsing read() {
        return document.parse(new BinaryStub(new Beside(new Unindented(builder), invoice), files));
    }

    /** The document as an invoice. */
    InvoiceEvents invoice() {
        return invoice;
    }

    Document document() {
        return document;
    }

    /** The document as a tree. */
    Tree tree() {
        Tree known = tree;
        if (known == null) {
            known = builder.tree();
            tree = known;
        }
        return known;
    }
}
