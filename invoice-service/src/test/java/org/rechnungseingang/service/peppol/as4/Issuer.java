package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * An authority that issues certificates with addresses in them, and tells of those that it has revoked: by a list (RFC
 * 5280) or asked about one (RFC 6960).
 */
final class Issuer {

    private static final X500Name NAME = new X500Name("CN=Issuing Authority,O=Made up,C=DE");
    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong serials = new AtomicLong(1);
    private final KeyPair keys = pair();
    private final X509Certificate certificate = certify(
            NAME,
            keys,
            Instant.now().plus(HOUR),
            List.of(
                    extension(Extension.basicConstraints, new BasicConstraints(0)),
                    extension(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))));

    X509Certificate certificate() {
        return certificate;
    }

    /**
     * The certificate of an access point.
     *
     * @param list where the revocation list is, if it says so
     * @param responder whom to ask, if it says so
     */
    X509Certificate issue(Optional<String> list, Optional<String> responder) {
        return issue(list, responder, Instant.now().plus(HOUR));
    }

    /** One that is valid until then. */
    X509Certificate issue(Optional<String> list, Optional<String> responder, Instant until) {
        List<Extension> extensions = new ArrayList<>();
        extensions.add(extension(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature)));
        list.map(Issuer::distribution)
                .map(at -> extension(Extension.cRLDistributionPoints, at))
                .ifPresent(extensions::add);
        responder
                .map(address -> new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri(address)))
                .map(at -> extension(Extension.authorityInfoAccess, at))
                .ifPresent(extensions::add);
        return certify(new X500Name("CN=POP000400,O=Somebody,C=DE"), pair(), until, extensions);
    }

    private static CRLDistPoint distribution(String address) {
        DistributionPointName name = new DistributionPointName(new GeneralNames(uri(address)));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static Extension extension(ASN1ObjectIdentifier type, ASN1Encodable value) {
        try {
            return new Extension(
                    type,
                    type.equals(Extension.keyUsage),
                    new DEROctetString(value.toASN1Primitive().getEncoded("DER")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certify(X500Name subject, KeyPair pair, Instant until, List<Extension> extensions) {
        V3TBSCertificateGenerator certificate = new V3TBSCertificateGenerator();
        certificate.setSerialNumber(new ASN1Integer(serials.getAndIncrement()));
        certificate.setSignature(ALGORITHM);
        certificate.setIssuer(NAME);
        certificate.setStartDate(time(Instant.now().minus(HOUR.multipliedBy(2))));
        certificate.setEndDate(time(until));
        certificate.setSubject(subject);
        certificate.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        certificate.setExtensions(new Extensions(extensions.toArray(Extension[]::new)));
        byte[] der = bytes(signed(certificate.generateTBSCertificate()));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The list of these; somebody else's, if it is another one's key that signs. */
    byte[] list(List<X509Certificate> revoked, Instant until) {
        V2TBSCertListGenerator list = new V2TBSCertListGenerator();
        list.setSignature(ALGORITHM);
        list.setIssuer(NAME);
        list.setThisUpdate(time(until.minus(HOUR.multipliedBy(2))));
        list.setNextUpdate(time(until));
        revoked.forEach(one -> list.addCRLEntry(
                new ASN1Integer(one.getSerialNumber()), time(Instant.now().minus(HOUR)), 1));
        TBSCertList content = list.generateTBSCertList();
        return bytes(signed(content));
    }

    /** What is told of the certificate that is asked about. */
    byte[] told(CertID asked, CertStatus status, Instant until) {
        ASN1GeneralizedTime since = new ASN1GeneralizedTime(Date.from(until.minus(HOUR.multipliedBy(2))));
        SingleResponse one =
                new SingleResponse(asked, status, since, new ASN1GeneralizedTime(Date.from(until)), (Extensions) null);
        ResponseData content = new ResponseData(new ResponderID(NAME), since, new DERSequence(one), (Extensions) null);
        BasicOCSPResponse basic = new BasicOCSPResponse(content, ALGORITHM, signature(content), null);
        return bytes(new OCSPResponse(
                new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
                new ResponseBytes(OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(bytes(basic)))));
    }

    /** That nothing is told. */
    static byte[] nothing(int status) {
        return bytes(new OCSPResponse(new OCSPResponseStatus(status), null));
    }

    private DERSequence signed(ASN1Encodable content) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(content);
        parts.add(ALGORITHM);
        parts.add(signature(content));
        return new DERSequence(parts);
    }

    private DERBitString signature(ASN1Encodable content) {
        try {
            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(keys.getPrivate());
            signing.update(bytes(content));
            return new DERBitString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Time time(Instant instant) {
        return new Time(Date.from(instant));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
