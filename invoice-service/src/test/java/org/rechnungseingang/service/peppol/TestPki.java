package org.rechnungseingang.service.peppol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.wss4j.common.crypto.Merlin;

/** Keys and certificates of access points, made by the sample's sender in a process of its own. */
public final class TestPki {

    /** Of all keys. */
    public static final String PASSWORD = "peppol-demo";

    private static final Path BASE =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    private static final Path SENDER = BASE.resolveSibling("samples").resolve("peppol-sender/target");

    private TestPki() {}

    /** The folder, made at the first call. */
    public static Path folder() {
        return Holder.FOLDER;
    }

    /** The certificate of this name. */
    public static X509Certificate certificate(String name) {
        try (InputStream in = Files.newInputStream(folder().resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of this name, for WSS4J; its alias is the name. */
    static Merlin key(String name) {
        try (InputStream in = Files.newInputStream(folder().resolve(name + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return crypto(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of this name alone, for WSS4J. */
    static Merlin reader(String name) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD.toCharArray());
            store.setCertificateEntry(name, certificate(name));
            return crypto(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Merlin crypto(KeyStore store) throws IOException {
        Merlin crypto = new Merlin();
        crypto.setKeyStore(store);
        return crypto;
    }

    /** Runs the sample's sender. */
    public static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                SENDER.resolve("classes") + ":" + SENDER.resolve("lib") + "/*",
                "org.rechnungseingang.samples.peppol.Main"));
        command.addAll(arguments);
        return command;
    }

    private static Path made() {
        Path folder = BASE.resolve("target/test-pki");
        try {
            Process maker = new ProcessBuilder(command(List.of("pki", folder.toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(BASE.resolve("target/test-pki-" + System.getProperty("test.fork", "0") + ".log")
                            .toFile())
                    .start();
            if (!maker.waitFor(2, TimeUnit.MINUTES) || maker.exitValue() != 0) {
                throw new IllegalStateException("No certificates were made in " + folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        private static final Path FOLDER = made();
    }
}
