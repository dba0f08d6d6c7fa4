package org.rechnungseingang.service.peppol.smp;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.w3c.dom.Element;

/**
 * Another publisher answers for this document type.
 *
 * @param to the whole address of the answer there
 * @param publisher the subject of the certificate that it is signed with ({@code CertificateUID})
 */
record Redirect(String to, String publisher) {

    static Redirect of(Element redirect) {
        return new Redirect(
                redirect.getAttributeNS(null, "href"), Elements.text(redirect, Names.SMP, "CertificateUID"));
    }

    /** Whether it leads to him. Publishers write the parts of a name in either order. */
    boolean isTo(X509Certificate signer) {
        Optional<Set<Rdn>> subject = parts(signer.getSubjectX500Principal().getName(X500Principal.RFC2253));
        return subject.isPresent() && subject.equals(parts(publisher));
    }

    private static Optional<Set<Rdn>> parts(String name) {
        try {
            return Optional.of(Set.copyOf(new LdapName(name).getRdns()));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
