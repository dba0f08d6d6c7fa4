package org.rechnungseingang.service.portal;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The short pages that the law asks for: accessibility, data protection, imprint. */
@Screen
class Notices {

    private static final String NOTICE = "notice";

    private final Operator operator;

    Notices(Operator operator) {
        this.operator = operator;
    }

    @GetMapping("/pages/imprint")
    String imprint(Model model) {
        model.addAttribute(NOTICE, new Notice("imprint.title", List.of(given("", operator.imprint()))));
        return NOTICE;
    }

    @GetMapping("/pages/privacy")
    String privacy(Model model) {
        model.addAttribute(
                NOTICE,
                new Notice(
                        "privacy.title",
                        List.of(
                                text("", "privacy.invoices", "privacy.accounts"),
                                text("privacy.cookies.title", "privacy.cookies"),
                                given("privacy.contact", operator.dataProtection()))));
        return NOTICE;
    }

    @GetMapping("/pages/accessibility")
    String accessibility(Model model) {
        model.addAttribute(
                NOTICE,
                new Notice(
                        "accessibility.title",
                        List.of(
                                text("", "accessibility.standard", "accessibility.tested"),
                                text("accessibility.limits.title", "accessibility.limits"),
                                given("accessibility.contact", operator.accessibility()),
                                given("accessibility.enforcement", operator.enforcement()))));
        return NOTICE;
    }

    private static Paragraph text(String heading, String... texts) {
        return new Paragraph(heading, List.of(texts), List.of());
    }

    private static Paragraph given(String heading, List<String> lines) {
        return new Paragraph(heading, lines.isEmpty() ? List.of("notice.missing") : List.of(), lines);
    }

    /**
     * A page of text.
     *
     * @param title its title in the message bundles
     * @param paragraphs what it says
     */
    record Notice(String title, List<Paragraph> paragraphs) {}

    /**
     * A paragraph.
     *
     * @param heading its heading in the message bundles, or empty text
     * @param texts texts in the message bundles
     * @param given lines that the operator has configured
     */
    record Paragraph(String heading, List<String> texts, List<String> given) {}
}
