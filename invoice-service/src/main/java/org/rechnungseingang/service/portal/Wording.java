package org.rechnungseingang.service.portal;

import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.schematron.Explanation;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words in the reader's language: texts of the bundles, names of fields, meanings of codes. */
@Component
public class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** The text with this key. */
    public String text(String key, Object... values) {
        return messages.getMessage(key, values, reader());
    }

    /** The text with this key in a language that the reader has not chosen on a screen. */
    public String text(Locale locale, String key) {
        return messages.getMessage(key, new Object[0], locale);
    }

    /** The name of a field. */
    public String term(BusinessTerm term) {
        return term.label(reader());
    }

    /** What a rule means and what to do about it; empty text if nobody has put it into plain words. */
    public String explanation(String rule) {
        return Explanation.of(rule).map(explanation -> explanation.in(reader())).orElse("");
    }

    /**
     * A code with its meaning, "Rechnung (380)"; a code that is not known stays as it stands.
     *
     * @param list the list it is of, as its bundle names it
     */
    public String code(String list, String code) {
        return meaning(list, code).map(meaning -> meaning + " (" + code + ")").orElse(code);
    }

    /** The meaning of a code alone; a code that is not known stays as it stands. */
    public String meant(String list, String code) {
        return meaning(list, code).orElse(code);
    }

    private Optional<String> meaning(String list, String code) {
        return Optional.ofNullable(messages.getMessage("code." + list + "." + code, new Object[0], null, reader()));
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
