package org.rechnungseingang.service.peppol.as4;

import java.util.Random;

/** One of the many ways to write the same envelope. */
final class Writing {

    private static final String SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

    private final Random random;

    Writing(Random random) {
        this.random = random;
    }

    String envelope() {
        String prefix = any("", "sh:", "d:");
        // What the envelope declares, the document may use; what it has not declared is the document's to declare.
        boolean outside = random.nextBoolean();
        boolean defaultOutside = outside && !prefix.isEmpty();
        String declarations = (outside ? " " + attribute("xmlns:x", "urn:x?a=1&amp;b=&quot;&lt;2") : "")
                + (defaultOutside ? " " + attribute("xmlns", "urn:d") : "")
                + (random.nextBoolean() ? " xmlns:unused='urn:unused'" : "")
                + (random.nextBoolean() ? " xmlns:y='urn:not-y'" : "");
        String own = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.replace(":", "");
        return any("", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
                + between()
                + "<" + prefix + "StandardBusinessDocument" + declarations + " " + attribute(own, SBDH) + blank() + ">"
                + between() + header(prefix) + between()
                + document(outside, defaultOutside)
                + between()
                + "</" + prefix + "StandardBusinessDocument" + blank() + ">" + between();
    }

    private String header(String p) {
        return ("<p:StandardBusinessDocumentHeader><p:HeaderVersion>1.0</p:HeaderVersion>"
                        + "<p:Sender><p:Identifier Authority='iso6523-actorid-upis'>0088:1</p:Identifier></p:Sender>"
                        + "<p:Receiver><p:Identifier Authority='iso6523-actorid-upis'>\n0204:2\n</p:Identifier></p:Receiver>"
                        + "<p:DocumentIdentification><p:InstanceIdentifier>one &amp; <![CDATA[only]]></p:InstanceIdentifier>"
                        + "</p:DocumentIdentification><p:BusinessScope><p:Scope><p:Type>DOCUMENTID</p:Type>"
                        + "<p:InstanceIdentifier>a::b##c</p:InstanceIdentifier><p:Identifier>busdox</p:Identifier>"
                        + "</p:Scope></p:BusinessScope></p:StandardBusinessDocumentHeader>")
                .replace("p:", p);
    }

    private String document(boolean outside, boolean defaultOutside) {
        String declared =
                (outside && random.nextBoolean() ? "" : " " + attribute("xmlns:x", "urn:x?a=1&amp;b=&quot;&lt;2"))
                        + (defaultOutside && random.nextBoolean() ? "" : blank() + " " + attribute("xmlns", "urn:d"));
        return "<Doc" + declared + " " + attribute("x:ref", "a > b") + " " + attribute("xml:lang", "de") + blank() + ">"
                + content() + "</Doc" + blank() + ">";
    }

    private String content() {
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            content.append(between())
                    .append(any(
                            "<x:a/>",
                            "<x:a x:b='/>'>ä &amp; ü</x:a>",
                            "<y:a xmlns:y='urn:y'><y:b y:c='1'/></y:a>",
                            "<Doc xmlns=''><Doc/></Doc>",
                            "<x:a xmlns:x='urn:other' x:b=''/>",
                            "<a xmlns='urn:other'><x:b/></a>",
                            "<![CDATA[</Doc>]]>",
                            "<Doc>]]&gt;</Doc>"));
        }
        return content.toString();
    }

    private String attribute(String name, String value) {
        String quote = any("'", "\"");
        return name + any("=", " = ", "\n=") + quote + value + quote;
    }

    private String between() {
        return any("", "", "\n", "<!-- <Doc> ' > -->", "<?p <Doc/> \"?>", "\r\n\t");
    }

    private String blank() {
        return any("", "", " ", "\n\t");
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }
}
