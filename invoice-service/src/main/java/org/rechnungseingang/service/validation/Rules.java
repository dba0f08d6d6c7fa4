package org.rechnungseingang.service.validation;

import io.micrometer.core.instrument.MeterRegistry;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionLimits;
import org.rechnungseingang.schematron.Validator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a node checks with: rules are compiled once and shared, PDFs are opened in at most two processes of their own. */
@Configuration(proxyBeanMethods = false)
class Rules {

    private static final int PDF_PROCESSES = 2;

    @Bean
    Validator validator(MeterRegistry meters) {
        return Validator.official(reason ->
                meters.counter("rechnungseingang.doubts", "reason", reason).increment());
    }

    @Bean
    PdfExtraction pdfExtraction(ReadingLimits limits) {
        return PdfExtraction.create(PdfExtractionLimits.DEFAULT.withAttachments(limits.attachments()), PDF_PROCESSES);
    }
}
