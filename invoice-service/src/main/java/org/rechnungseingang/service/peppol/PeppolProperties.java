package org.rechnungseingang.service.peppol;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Which participants the towns are in the network: {@code rechnungseingang.peppol.<town>}. */
@Validated
@ConfigurationProperties("rechnungseingang")
record PeppolProperties(@DefaultValue Map<String, @Valid Town> peppol) {

    private static final String UBL = "busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CII = "busdox-docid-qns::urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100::"
            + "CrossIndustryInvoice##";
    private static final String EN_16931 = "urn:cen.eu:en16931:2017";
    private static final String XRECHNUNG = EN_16931 + "#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
    private static final String EXTENSION = XRECHNUNG + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0";
    private static final String BIS_3 = EN_16931 + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

    /** The document types of a German administration: XRechnung, its Extension and Peppol BIS Billing 3. */
    private static final List<String> DOCUMENT_TYPES = List.of(
            UBL + "Invoice-2::Invoice##" + XRECHNUNG + "::2.1",
            UBL + "CreditNote-2::CreditNote##" + XRECHNUNG + "::2.1",
            UBL + "Invoice-2::Invoice##" + EXTENSION + "::2.1",
            UBL + "CreditNote-2::CreditNote##" + EXTENSION + "::2.1",
            UBL + "Invoice-2::Invoice##" + BIS_3 + "::2.1",
            UBL + "CreditNote-2::CreditNote##" + BIS_3 + "::2.1",
            CII + XRECHNUNG + "::D16B",
            CII + EXTENSION + "::D16B",
            CII + BIS_3 + "::D16B");

    private static final List<String> PROCESSES =
            List.of("cenbii-procid-ubl::urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

    /**
     * One town.
     *
     * @param participants as whom it receives, {@code 0204:05999001-10010-21}; with a star at its end all that begin so
     * @param documentTypes what it receives, scheme and value with {@code ::} between; by default the usual invoices
     * @param processes in which processes, written in the same way
     */
    record Town(
            @DefaultValue List<String> participants,
            @DefaultValue List<String> documentTypes,
            @DefaultValue List<String> processes) {

        Town {
            documentTypes = documentTypes.isEmpty() ? DOCUMENT_TYPES : documentTypes;
            processes = processes.isEmpty() ? PROCESSES : processes;
        }
    }
}
