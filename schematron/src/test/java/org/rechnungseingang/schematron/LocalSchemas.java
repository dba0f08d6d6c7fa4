package org.rechnungseingang.schematron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Schemas of a town for tests; what is given stands on the second line. */
final class LocalSchemas {

    private static final String HEAD = "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' "
            + "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:xs='http://www.w3.org/2001/XMLSchema' "
            + "xmlns:xi='http://www.w3.org/2001/XInclude' queryBinding='xslt2'>";

    private static final String PREFIXES = "<sch:ns prefix='xs' uri='http://www.w3.org/2001/XMLSchema'/>"
            + "<sch:ns prefix='town' uri='urn:town'/>"
            + "<sch:ns prefix='ubl' uri='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>"
            + "<sch:ns prefix='cac' uri='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'/>"
            + "<sch:ns prefix='cbc' uri='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'/>";

    private LocalSchemas() {}

    static String schema(String content) {
        return HEAD + "\n" + content + "\n" + PREFIXES + "\n</sch:schema>\n";
    }

    /** A schema of one rule for UBL invoices. */
    static String testing(String expression) {
        return schema(
                pattern("/ubl:Invoice", "<sch:assert id='TOWN-1' test=\"" + expression + "\">Nein.</sch:assert>"));
    }

    static String pattern(String context, String asserts) {
        return "<sch:pattern><sch:rule context=\"" + context + "\">" + asserts + "</sch:rule></sch:pattern>";
    }

    static LocalRules write(Path folder, String schema) {
        return write(folder, "town.sch", schema);
    }

    static LocalRules write(Path folder, String name, String schema) {
        try {
            Files.writeString(folder.resolve(name), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LocalRules.in(folder);
    }
}
