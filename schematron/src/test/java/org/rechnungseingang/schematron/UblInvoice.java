package org.rechnungseingang.schematron;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rechnungseingang.document.Document;

/** An XRechnung as UBL that is accepted as it is, and can be spoilt part by part. */
public final class UblInvoice {

    public static final String XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
    public static final String EXTENSION = XRECHNUNG + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0";

    private static final String TEMPLATE = """
            <?xml version="1.0" encoding="UTF-8"?>@prolog@
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
                xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" @root@>
              @extension@
              <cbc:CustomizationID>@profile@</cbc:CustomizationID>
              <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
              <cbc:ID>R-1</cbc:ID>
              <cbc:IssueDate>2026-10-01</cbc:IssueDate>
              <cbc:DueDate>2026-10-31</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
              @reference@
              @attachment@
              <cac:AccountingSupplierParty>
                <cac:Party>
                  <cbc:EndpointID schemeID="EM">seller@example.org</cbc:EndpointID>
                  <cac:PostalAddress>
                    <cbc:CityName>Musterstadt</cbc:CityName><cbc:PostalZone>12345</cbc:PostalZone>
                    <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
                  </cac:PostalAddress>
                  <cac:PartyTaxScheme>
                    <cbc:CompanyID>DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
                  </cac:PartyTaxScheme>
                  <cac:PartyLegalEntity><cbc:RegistrationName>Seller GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
                  <cac:Contact>
                    <cbc:Name>Erika Muster</cbc:Name><cbc:Telephone>0123 456789</cbc:Telephone>
                    <cbc:ElectronicMail>seller@example.org</cbc:ElectronicMail>
                  </cac:Contact>
                </cac:Party>
              </cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty>
                <cac:Party>
                  <cbc:EndpointID schemeID="EM">town@example.org</cbc:EndpointID>
                  <cac:PostalAddress>
                    <cbc:CityName>Musterstadt</cbc:CityName><cbc:PostalZone>12345</cbc:PostalZone>
                    <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
                  </cac:PostalAddress>
                  <cac:PartyLegalEntity><cbc:RegistrationName>Musterstadt</cbc:RegistrationName></cac:PartyLegalEntity>
                </cac:Party>
              </cac:AccountingCustomerParty>
              <cac:Delivery><cbc:ActualDeliveryDate>2026-09-30</cbc:ActualDeliveryDate></cac:Delivery>
              <cac:PaymentMeans>
                <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
                <cac:PayeeFinancialAccount><cbc:ID>DE02120300000000202051</cbc:ID></cac:PayeeFinancialAccount>
              </cac:PaymentMeans>
              @terms@
              <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">@tax@</cbc:TaxAmount>@subtotals@</cac:TaxTotal>
              <cac:LegalMonetaryTotal>
                <cbc:LineExtensionAmount currencyID="EUR">@net@</cbc:LineExtensionAmount>
                <cbc:TaxExclusiveAmount currencyID="EUR">@net@</cbc:TaxExclusiveAmount>
                <cbc:TaxInclusiveAmount currencyID="EUR">@gross@</cbc:TaxInclusiveAmount>
                <cbc:PayableAmount currencyID="EUR">@payable@</cbc:PayableAmount>
              </cac:LegalMonetaryTotal>
              @lines@
            </Invoice>
            """;

    private static final String SUBTOTAL = """
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">@net@</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">@tax@</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>S</cbc:ID><cbc:Percent>@percent@</cbc:Percent>
                <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
            """;

    private static final String LINE = """
            <cac:InvoiceLine>
              <cbc:ID>@number@</cbc:ID>
              <cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
              <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
              <cac:Item>
                <cbc:Name>Paper</cbc:Name>
                <cac:ClassifiedTaxCategory>
                  <cbc:ID>S</cbc:ID><cbc:Percent>@percent@</cbc:Percent>
                  <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
                </cac:ClassifiedTaxCategory>
              </cac:Item>
              <cac:Price><cbc:PriceAmount currencyID="EUR">100.00</cbc:PriceAmount></cac:Price>
            </cac:InvoiceLine>
            """;

    private final Map<String, String> parts = new TreeMap<>();

    private UblInvoice() {
        parts.putAll(Map.of("prolog", "", "root", "", "extension", "", "attachment", ""));
        parts.put("profile", XRECHNUNG);
        parts.put("reference", "<cbc:BuyerReference>991-33333TEST-33</cbc:BuyerReference>");
        parts.put("terms", "");
        lines(1);
    }

    public static UblInvoice anInvoice() {
        return new UblInvoice();
    }

    /** Puts another text in a part: prolog, root, extension, profile, reference, attachment, terms, payable … */
    public UblInvoice with(String part, String text) {
        parts.put(part, text);
        return this;
    }

    public UblInvoice inExtension(String content) {
        return with(
                "extension",
                "<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>" + content
                        + "</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>");
    }

    public UblInvoice lines(int count) {
        with("net", count + "00.00").with("tax", count * 19 + ".00");
        with("gross", count * 119 + ".00").with("payable", count * 119 + ".00");
        return with("subtotals", SUBTOTAL.replace("@percent@", "19")).with("lines", numbered(count, 1));
    }

    /** Lines under so many different rates, each with its subtotal; sums are not right. */
    public UblInvoice lines(int count, int rates) {
        String subtotals = IntStream.range(0, rates)
                .mapToObj(rate -> SUBTOTAL.replace("@percent@", "19." + (1000 + rate)))
                .collect(Collectors.joining());
        return lines(count).with("subtotals", subtotals).with("lines", numbered(count, rates));
    }

    private static String numbered(int count, int rates) {
        return IntStream.range(0, count)
                .mapToObj(number -> LINE.replace("@number@", String.valueOf(number + 1))
                        .replace("@percent@", rates > 1 ? "19." + (1000 + number % rates) : "19"))
                .collect(Collectors.joining());
    }

    public String text() {
        String text = TEMPLATE;
        for (int round = 0; round < 2; round++) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                text = text.replace("@" + part.getKey() + "@", part.getValue());
            }
        }
        return text;
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public Document document() {
        return Document.of(bytes());
    }
}
