package org.rechnungseingang.invoice;

import org.rechnungseingang.document.Base64Text;
import org.rechnungseingang.document.BinaryStub;
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
        Base64Text files = new Base64Text();
        TreeBuilder tree = new TreeBuilder(files);
        Parsing parsing = document.parse(new BinaryStub(tree, files));
        if (parsing instanceof Parsing.Stopped) {
            return new Reading.NotAnInvoice(tree.rootNamespace(), tree.rootName());
        }
        if (!(parsing instanceof Parsing.WellFormed)) {
            return new Reading.Unreadable(parsing);
        }
        return read(tree.invoice().orElseThrow());
    }

    static Reading.Read read(Node root) {
        Fields fields = new Fields();
        Invoice invoice = root.name().equals("rsm:CrossIndustryInvoice")
                ? new CiiReader(root, fields).read()
                : new UblReader(root, fields).read();
        return new Reading.Read(invoice, fields.unreadable());
    }
}
