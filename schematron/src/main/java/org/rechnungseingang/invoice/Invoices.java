package org.rechnungseingang.invoice;

import java.util.List;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;

/** Reads invoices of any of the three syntaxes. */
public final class Invoices {

    private Invoices() {}

    /**
     * Reads a document as an invoice. Wrong fields do not stop it, so that a wrong invoice can still be shown to a
     * person; whether the invoice is correct is for the validator to say.
     */
    public static Reading read(Document document) {
        TreeBuilder tree = new TreeBuilder();
        Parsing parsing = document.parse(tree);
        if (!(parsing instanceof Parsing.WellFormed)) {
            return new Reading.Unreadable(parsing);
        }
        Fields fields = new Fields();
        Node root = tree.root();
        return switch (root.name()) {
            case "inv:Invoice", "cn:CreditNote" -> read(new UblReader(root, fields).read(), fields);
            case "rsm:CrossIndustryInvoice" -> read(new CiiReader(root, fields).read(), fields);
            default -> new Reading.NotAnInvoice(tree.rootNamespace(), tree.rootName());
        };
    }

    private static Reading read(Invoice invoice, Fields fields) {
        return new Reading.Read(invoice, List.copyOf(fields.unreadable()));
    }
}
