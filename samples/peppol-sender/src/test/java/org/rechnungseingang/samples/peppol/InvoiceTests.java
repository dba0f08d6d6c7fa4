package org.rechnungseingang.samples.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceTests {

    private static final String XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
    private static final String BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    @ParameterizedTest
    @CsvSource({
        "ubl-01-schulbedarf.xml, urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice, 2.1, 05999001-40010-37",
        "ubl-07-gutschrift.xml, urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2::CreditNote, 2.1, 05999001-10010-21",
        "cii-01-strom.xml, urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100::CrossIndustryInvoice, D16B, 05999001-10010-21"
    })
    void saysWhatPeppolAddressesItBy(String file, String root, String version, String buyer) throws IOException {
        Invoice invoice = Invoice.of(Files.readAllBytes(Samples.good(file)));

        assertThat(invoice)
                .isEqualTo(new Invoice(root + "##" + XRECHNUNG + "::" + version, version, BILLING, Optional.of(buyer)));
    }

    @Test
    void isReadInItsOwnEncoding() throws IOException {
        assertThat(Invoice.of(Files.readAllBytes(Samples.good("ubl-13-iso-8859-15.xml")))
                        .buyerReference())
                .isPresent();
    }

    @Test
    void takesTheBillingProcessIfItNamesNone() {
        Invoice invoice = of("<CustomizationID>urn:x</CustomizationID><ProfileID> </ProfileID>");

        assertThat(invoice.process()).isEqualTo(BILLING);
        assertThat(invoice.buyerReference()).isEmpty();
    }

    @Test
    void takesOnlyWhatBelongsToTheInvoiceItself() {
        Invoice invoice = of("<CustomizationID>urn:x</CustomizationID><Line><BuyerReference>1</BuyerReference></Line>");

        assertThat(invoice.buyerReference()).isEmpty();
    }

    @Test
    void namesASpecification() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("")).withMessageContaining("BT-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kein XML", "<Invoice/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Invoice.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Invoice of(String inside) {
        String invoice =
                "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'>" + inside + "</Invoice>";
        return Invoice.of(invoice.getBytes(StandardCharsets.UTF_8));
    }
}
