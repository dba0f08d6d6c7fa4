package org.rechnungseingang.samples.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A certificate for localhost and 127.0.0.1, made anew at each start by the JDK's keytool; whoever trusts it says so. */
final class Certificate implements AutoCloseable {

    private static final String ALIAS = "mail-server";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path directory;
    private final String password = UUID.randomUUID().toString();

    private Certificate(Path directory) {
        this.directory = directory;
    }

    static Certificate make() {
        try {
            Certificate certificate = new Certificate(Files.createTempDirectory("mail-server"));
            certificate.generate();
            return certificate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PKCS #12, with the key. */
    Path keyStore() {
        return directory.resolve("key.p12");
    }

    String password() {
        return password;
    }

    /** The certificate alone, for those who are to trust it. */
    String pem() {
        try (InputStream in = Files.newInputStream(keyStore())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            String encoded = PEM.encodeToString(keys.getCertificate(ALIAS).getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key is in memory by then. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(keyStore());
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void generate() throws IOException {
        Process keytool =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private List<String> command() {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        return List.of(
                program,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                password,
                "-keystore",
                keyStore().toString());
    }
}
