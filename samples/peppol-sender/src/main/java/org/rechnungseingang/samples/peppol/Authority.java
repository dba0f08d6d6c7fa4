package org.rechnungseingang.samples.peppol;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A certification authority: a root, or one below it that issues the certificates of access points. */
record Authority(Issuer issuer, X509Certificate certificate) {

    private static final int ISSUING = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;
    private static final int EXCHANGING =
            KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;

    static Authority root(String subject, Validity validity) throws GeneralSecurityException, IOException {
        Issuer issuer = Issuer.of(subject);
        return new Authority(issuer, certify(issuer, issuer, validity, new BasicConstraints(true)));
    }

    /** One below this, with none below itself. */
    Authority issuing(String subject, Validity validity) throws GeneralSecurityException, IOException {
        Issuer below = Issuer.of(subject);
        return new Authority(below, certify(issuer, below, validity, new BasicConstraints(0)));
    }

    /**
     * A key of somebody who signs messages and gets encrypted ones.
     *
     * @param revocations where its revocation list lies
     */
    Credential issue(String subject, Validity validity, Optional<String> revocations)
            throws GeneralSecurityException, IOException {
        KeyPair pair = Issuer.pair();
        List<Extension> extensions =
                new ArrayList<>(List.of(extension(Extension.keyUsage, true, new KeyUsage(EXCHANGING))));
        if (revocations.isPresent()) {
            extensions.add(extension(Extension.cRLDistributionPoints, false, distribution(revocations.get())));
        }
        X509Certificate issued = issuer.certify(new X500Name(subject), pair.getPublic(), validity, extensions);
        return new Credential(pair.getPrivate(), issued);
    }

    /** The list of those it no longer vouches for. */
    X509CRL revoke(List<X509Certificate> revoked, Validity validity) throws GeneralSecurityException, IOException {
        return issuer.revoke(revoked, validity);
    }

    private static X509Certificate certify(Issuer above, Issuer below, Validity validity, BasicConstraints constraints)
            throws GeneralSecurityException, IOException {
        List<Extension> extensions = List.of(
                extension(Extension.basicConstraints, true, constraints),
                extension(Extension.keyUsage, true, new KeyUsage(ISSUING)));
        return above.certify(below.name(), below.keys().getPublic(), validity, extensions);
    }

    private static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value)
            throws IOException {
        return new Extension(type, critical, value.toASN1Primitive().getEncoded());
    }

    private static CRLDistPoint distribution(String address) {
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address));
        DistributionPoint point = new DistributionPoint(new DistributionPointName(names), null, null);
        return new CRLDistPoint(new DistributionPoint[] {point});
    }
}
