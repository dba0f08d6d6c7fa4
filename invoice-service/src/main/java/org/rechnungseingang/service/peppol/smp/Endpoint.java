package org.rechnungseingang.service.peppol.smp;

import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * Where messages for a participant go, and the certificate that they are encrypted for.
 *
 * @param url of the access point, {@code https} except on this machine
 * @param certificate believed when it was looked up
 */
public record Endpoint(URI url, X509Certificate certificate) {}
