package org.rechnungseingang.service.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;

/** An invoice that the check accepts, with the fields that a test wants otherwise. */
public final class AnInvoice {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples");

    private final String xml;

    private AnInvoice(String xml) {
        this.xml = xml;
    }

    /** The stationer's invoice over 214.20 euro by transfer, with a number that no other has. */
    public static AnInvoice anInvoice() {
        return sample("good/ubl-01-schulbedarf.xml").number("RE-" + UUID.randomUUID());
    }

    /** A sample as it is. */
    public static AnInvoice sample(String name) {
        try {
            return new AnInvoice(Files.readString(SAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this BT-1. */
    public AnInvoice number(String number) {
        return first("<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>" + number + "</cbc:ID>");
    }

    /** With this BT-10. */
    public AnInvoice to(String routingId) {
        return first("<cbc:BuyerReference>[^<]*<", "<cbc:BuyerReference>" + routingId + "<");
    }

    /** With this BT-13. */
    public AnInvoice order(String number) {
        return first(
                "(?s)<cac:OrderReference>.*?</cac:OrderReference>",
                "<cac:OrderReference><cbc:ID>" + number + "</cbc:ID></cac:OrderReference>");
    }

    /** With the text replaced wherever it stands; it must stand somewhere. */
    public AnInvoice with(String text, String other) {
        if (!xml.contains(text)) {
            throw new IllegalArgumentException("Not in the sample: " + text);
        }
        return new AnInvoice(xml.replace(text, other));
    }

    /** With the first place that fits replaced; there must be one. */
    public AnInvoice first(String pattern, String other) {
        String changed = xml.replaceFirst(pattern, other);
        if (changed.equals(xml) && !xml.contains(other)) {
            throw new IllegalArgumentException("Not in the sample: " + pattern);
        }
        return new AnInvoice(changed);
    }

    /** It as it is sent. */
    public byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** It as it is read. */
    public Invoice read() {
        return Invoices.read(Document.of(bytes())).invoice().orElseThrow();
    }
}
