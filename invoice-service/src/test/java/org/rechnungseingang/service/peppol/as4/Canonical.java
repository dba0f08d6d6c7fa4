package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Documents written in one way, whatever way they were written in: the same content is the same text. */
public final class Canonical {

    static {
        WSSConfig.init();
    }

    private Canonical() {}

    /** By exclusive canonicalization, with comments. */
    public static String of(byte[] xml) {
        try {
            return of(DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    static String of(Element element) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_WITH_COMMENTS)
                    .canonicalizeSubtree(element, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (XMLSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The same of a text. */
    public static String of(String xml) {
        return of(xml.getBytes(StandardCharsets.UTF_8));
    }
}
