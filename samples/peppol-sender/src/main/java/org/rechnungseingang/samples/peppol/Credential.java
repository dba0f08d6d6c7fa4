package org.rechnungseingang.samples.peppol;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key and the certificate of it. */
record Credential(PrivateKey key, X509Certificate certificate) {}
