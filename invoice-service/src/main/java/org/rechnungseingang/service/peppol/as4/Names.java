package org.rechnungseingang.service.peppol.as4;

/** The namespaces and fixed values of a message. */
public final class Names {

    static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    static final String EBMS = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/";
    static final String EBBP = "http://docs.oasis-open.org/ebxml-bp/ebbp-signals-2.0";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** The type of an access point's {@code eb:PartyId}. */
    public static final String ACCESS_POINT = "urn:fdc:peppol.eu:2017:identifiers:ap";

    public static final String AGREEMENT = "urn:fdc:peppol.eu:2017:agreements:tia:ap_provider";
    public static final String INITIATOR = EBMS + "initiator";
    public static final String RESPONDER = EBMS + "responder";
    public static final String PARTICIPANT_SCHEME = "iso6523-actorid-upis";

    /** The detail of an error that says: this is not for us (AS4 profile 2.0.3, 3.6). */
    public static final String NOT_SERVICED = "PEPPOL:NOT_SERVICED";

    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String ATTACHMENT_CONTENT =
            "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Signature-Transform";
    static final String ATTACHMENT_CONTENT_ONLY =
            "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Only";
    static final String AES_128_GCM = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
    static final String RSA_OAEP = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
    static final String MGF1_SHA256 = "http://www.w3.org/2009/xmlenc11#mgf1sha256";
    static final String X509_V3 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";

    private Names() {}
}
