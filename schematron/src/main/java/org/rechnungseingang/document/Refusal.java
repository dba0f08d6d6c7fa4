package org.rechnungseingang.document;

import java.util.Locale;

/** Why a document is not read to its end. The codes are stable; they reach databases and partners. */
enum Refusal {
    SIZE("Die Datei ist größer als erlaubt.", "The file is larger than allowed. Send attachments apart, or smaller."),
    UTF_32(
            "Die Datei ist in UTF-32 kodiert. Bitte als UTF-8 senden.",
            "The file is encoded as UTF-32. Please send it as UTF-8."),
    EBCDIC(
            "Die Datei ist in einer EBCDIC-Kodierung geschrieben. Bitte als UTF-8 senden.",
            "The file is written in an EBCDIC encoding. Please send it as UTF-8."),
    ENCODING(
            "Die Datei nennt eine Zeichenkodierung, die nicht gelesen wird. Bitte als UTF-8 senden.",
            "The file names a character encoding that is not read. Please send it as UTF-8."),
    DECLARATION(
            "Die XML-Deklaration am Anfang der Datei ist nicht lesbar. Bitte <?xml version=\"1.0\" encoding=\"UTF-8\"?> verwenden.",
            "The XML declaration at the start of the file cannot be read. Please use <?xml version=\"1.0\" encoding=\"UTF-8\"?>."),
    VERSION(
            "Die Datei ist nicht in XML 1.0 geschrieben. Bitte als XML 1.0 senden.",
            "The file is not written in XML 1.0. Please send it as XML 1.0."),
    DOCTYPE(
            "Die Datei enthält eine DOCTYPE-Deklaration. Rechnungen dürfen keine enthalten; bitte ohne sie senden.",
            "The file holds a DOCTYPE declaration. Invoices must not hold one; please send it without."),
    ENTITY(
            "Die Datei will weitere Dateien oder Texte einbinden. Das ist nicht erlaubt.",
            "The file wants to include other files or texts. That is not allowed."),
    DEPTH("Die Elemente der Datei sind zu tief verschachtelt.", "The elements of the file are nested too deeply."),
    ATTRIBUTES("Ein Element der Datei hat zu viele Attribute.", "An element of the file has too many attributes."),
    NAME("Ein Name in der Datei ist zu lang.", "A name in the file is too long."),
    NAMES("Die Datei verwendet zu viele verschiedene Namen.", "The file uses too many different names."),
    ELEMENTS(
            "Die Datei hat zu viele Elemente. Bitte auf mehrere Rechnungen verteilen.",
            "The file has too many elements. Please spread it over several invoices."),
    DIGITS("Eine Zahl in der Datei hat zu viele Ziffern.", "A number in the file has too many digits."),
    INSTRUCTIONS("Die Datei hat zu viele Verarbeitungsanweisungen.", "The file has too many processing instructions."),
    COMMENTS("Die Datei hat zu viele Kommentare.", "The file has too many comments.");

    private final String german;
    private final String english;

    Refusal(String german, String english) {
        this.german = german;
        this.english = english;
    }

    Parsing.Refused refused() {
        return new Parsing.Refused(name().toLowerCase(Locale.ROOT).replace('_', '-'), german, english);
    }
}
